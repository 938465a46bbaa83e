import TextModel

/// How an attribution came about: what the models weighed, what won and what came next. For people to read.
package struct AttributionTrace: Sendable {
    /// A feature that spoke for or against a decision.
    package struct Factor: Sendable {
        /// What it looks at, with its values as far as they have words: "lemma “say” · complement that".
        package var name: String
        /// In logarithms of odds.
        package var weight: Double
    }

    /// One way to decide.
    package struct Choice: Sendable {
        /// Of the content or source; empty where the reading is that there is none.
        package var spans: [Span]
        /// The share that the model gives it, 0 to 1.
        package var probability: Double
    }

    /// A decision between ways to read the text.
    package struct Decision: Sendable {
        package var chosen: Choice
        /// What would have been chosen next; nil where there was no other way.
        package var runnerUp: Choice?
        /// How many ways there were, the chosen one included.
        package var choiceCount: Int
        /// The features that speak most for or against the chosen way, beside the runner-up; the strongest first.
        package var factors: [Factor]
    }

    /// The word that was judged.
    package var cue: Span
    /// How likely it attributes; the runner-up is that it does not.
    package var cueDecision: Decision
    package var content: Decision
    /// Nil where a rule alone tells the source.
    package var source: Decision?
    /// What the three make together, as the row has it.
    package var confidence: Double
}
