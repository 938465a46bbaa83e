/// What is wrong with a recipe: everything that was found, in the order of the file.
public struct RecipeError: Error, Hashable, Sendable {
    /// The file as the command line named it.
    public var file: String
    /// At least one.
    public var problems: [RecipeProblem]

    public init(file: String, problems: [RecipeProblem]) {
        self.file = file
        self.problems = problems
    }
}

/// One thing that is wrong with a recipe, and its place.
public struct RecipeProblem: Error, Hashable, Sendable {
    /// Counted from 1.
    public var line: Int
    /// In Unicode scalars, counted from 1.
    public var column: Int
    /// What stands there.
    public var found: String
    /// What may stand there; nil where YAML itself is broken.
    public var allowed: String?
    /// A name that differs only a little from the one found.
    public var suggestion: String?

    public init(line: Int, column: Int, found: String, allowed: String? = nil, suggestion: String? = nil) {
        self.line = line
        self.column = column
        self.found = found
        self.allowed = allowed
        self.suggestion = suggestion
    }
}

extension RecipeError: CustomStringConvertible {
    /// A line a problem: "file:line:column: what was found; what is allowed".
    public var description: String {
        problems.map { "\(file):\($0.line):\($0.column): \($0)" }.joined(separator: "\n")
    }
}

extension RecipeProblem: CustomStringConvertible {
    public var description: String {
        var text = found
        if let suggestion { text += "; did you mean '\(suggestion)'?" }
        if let allowed { text += (suggestion == nil ? "; " : " ") + "allowed: \(allowed)" }
        return text
    }
}
