import Tagging

/// What the names in the column `rule` mean.
enum RuleMeaning {
    /// One sentence; nil for a name that this version does not know, such as one of a later version.
    static func of(_ rule: String) -> String? {
        RuleName(rawValue: rule)?.meaning
    }
}
