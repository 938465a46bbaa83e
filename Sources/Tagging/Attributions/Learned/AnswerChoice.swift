import TextModel

/// Chooses among the answers of a sentence those that can stand together.
enum AnswerChoice {
    /// Answers further apart than this many are not compared: no sentence that a person wrote has so many.
    private static let groupSize = 64

    /// The likeliest first: an answer gives way to one that holds its cue unless it may nest there, and to one that
    /// attributes the same words.
    /// - Parameter answers: of one sentence, in text order of their cues.
    /// - Returns: in the same order.
    /// - Complexity: O(*n*) in the answers.
    static func compatible(_ answers: [AttributionReader.Answer]) -> [AttributionReader.Answer] {
        stride(from: 0, to: answers.count, by: groupSize).flatMap { start in
            compatible(group: answers[start..<min(answers.count, start + groupSize)])
        }
    }

    private static func compatible(group answers: ArraySlice<AttributionReader.Answer>) -> [AttributionReader.Answer] {
        var chosen: [AttributionReader.Answer] = []
        for answer in answers.sorted(by: { $0.probability > $1.probability }) {
            let cue = answer.clause.cue.token
            let isBlocked = chosen.contains { other in
                let isInside = other.content.contains(cue)
                let holds = answer.content.contains(other.clause.cue.token)
                if isInside { return holds || !mayNest(answer) }
                return !holds && overlaps(answer.content, other.content)
            }
            if isBlocked { continue }
            chosen.removeAll { answer.content.contains($0.clause.cue.token) && !mayNest($0) }
            chosen.append(answer)
        }
        return chosen.map { clipped($0, to: chosen) }
            .sorted { $0.clause.cue.token < $1.clause.cue.token }
    }

    /// Whether it may stand in the content of another.
    private static func mayNest(_ answer: AttributionReader.Answer) -> Bool {
        answer.clause.cue.form == .finite && answer.clause.estimate > 0.7 && answer.source != nil
            && [.that, .clause, .nominalClause].contains(answer.clause.cue.complement)
    }

    private static func overlaps(_ left: ContentOption, _ right: ContentOption) -> Bool {
        left.pieces.contains { piece in right.pieces.contains { piece.overlaps($0) } }
    }

    /// A nested content ends where the outer one does.
    private static func clipped(_ answer: AttributionReader.Answer, to others: [AttributionReader.Answer])
        -> AttributionReader.Answer
    {
        let cue = answer.clause.cue.token
        guard
            let outer = others.lazy.flatMap(\.content.pieces).first(where: { $0.contains(cue) }),
            outer.contains(answer.content.first.lowerBound)
        else { return answer }
        var answer = answer
        answer.content.first = answer.content.first.clamped(to: outer)
        answer.content.second = answer.content.second.flatMap { $0.overlaps(outer) ? $0.clamped(to: outer) : nil }
        return answer
    }
}
