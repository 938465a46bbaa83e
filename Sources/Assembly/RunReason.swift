import Storage

/// Why a run had work to do; `run.json` lists all that apply.
enum RunReason: String, CaseIterable {
    case firstRun = "first run"
    case storeReplaced = "the store was not usable"
    case programChanged = "the program changed"
    case recipeChanged = "the recipe changed"
    case filesChanged = "files are new or changed"
    case filesGone = "files are gone"
    /// The last run was stopped before it could publish, or its output was removed or edited.
    case outputIncomplete = "the output was not that of the last listing"
    case optionsChanged = "the form of the output changed"
    case nothingChanged = "nothing changed"

    /// - Parameter program: the one of the last listing; nil when there was none.
    static func reasons(
        _ opening: Store.Opening, program: Bool, recipe: Bool, changes: InputChanges
    ) -> [RunReason] {
        switch opening {
        case .created: return [.firstRun]
        case .replaced: return [.storeReplaced]
        case .opened: break
        }
        var reasons: [RunReason] = []
        if program { reasons.append(.programChanged) }
        if recipe { reasons.append(.recipeChanged) }
        if !changes.toRead.isEmpty, reasons.isEmpty { reasons.append(.filesChanged) }
        if !changes.gone.isEmpty { reasons.append(.filesGone) }
        return reasons
    }
}
