import Linguistics
import TextModel
import WordLists

/// Attitudes by the frame of a cue, where they are not those of its lemma: "agreed that …" is said, "agreed to go" meant.
struct AttitudeFrames: Sendable {
    private struct Frame: Sendable {
        /// Nil fits any.
        var form: CueForm?
        var complement: Complement?
        var attitude: Attitude
    }

    /// By lemma, in the order of the list.
    private let frames: [String: [Frame]]

    /// Built once for all articles.
    static let shared = AttitudeFrames()

    private init() {
        var frames: [String: [Frame]] = [:]
        for fields in WordList(named: "attitude-frames").entries where fields.count == 4 {
            let form = CueForm.allCases.first { $0.name == fields[1] }
            let complement = Complement.allCases.first { $0.name == fields[2] }
            guard let attitude = Attitude(rawValue: fields[3]), form != nil || fields[1] == "*",
                complement != nil || fields[2] == "*"
            else { continue }
            frames[fields[0], default: []].append(Frame(form: form, complement: complement, attitude: attitude))
        }
        self.frames = frames
    }

    /// - Returns: nil where the lemma's own attitude holds.
    func attitude(of lemma: String, _ form: CueForm, _ complement: Complement) -> Attitude? {
        frames[lemma]?.first {
            $0.form.map { $0 == form } ?? true && $0.complement.map { $0 == complement } ?? true
        }?.attitude
    }
}
