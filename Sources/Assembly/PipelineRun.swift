import Logging

/// `sayso run`: a recipe's articles into one generation of `Output/NAME`.
public struct PipelineRun: Sendable {
    public var recipe: Recipe
    /// Articles at work at once; nil is one a core.
    public var workers: Int?
    /// The folder in which `NAME` is made, from where the process stands.
    public var output: String

    public init(recipe: Recipe) {
        self.recipe = recipe
        workers = recipe.workers
        output = recipe.outputFolder
    }

    /// What a finished run did.
    public struct Summary: Hashable, Sendable {
        /// The link that readers follow: "Output/korea-summit".
        public var folder: String
        public var articles: Int
        /// Of `articles`, those that an earlier run had tagged already.
        public var unchanged: Int
        public var rejected: Int
        public var rows: Int
    }

    /// What a run would do, a line each: the inputs found, the options in force, the files it would write. Reads no
    /// article and writes nothing.
    public func plan() throws(AssemblyError) -> [String] {
        throw .internalFault("the pipeline is not wired yet")
    }

    /// Runs the pipeline; see design.md for what is published and when.
    public func run(
        interruption: Interruption, log: Logger, progress: @escaping (RunProgress) -> Void
    ) throws(AssemblyError) -> Summary {
        throw .internalFault("the pipeline is not wired yet")
    }
}
