import Linguistics
import TextModel

/// A choice between several options, with their features, and which of them the parse takes.
package struct ClaimChoice {
    package var options: [[UInt64]] = []
    package var isRight: [Bool] = []
}

/// The choices that a parsed sentence teaches, in the places where `ClaimRoleReader` makes them.
///
/// The right answers are those of the parse; a choice that none of the options answers is left out.
package struct ClaimLessons {
    package var predicates: [ClaimChoice] = []
    package var subjects: [ClaimChoice] = []
    package var measured: [ClaimChoice] = []

    package init() {}

    mutating func add(_ found: SentenceQuantities, _ parsed: ParsedClaimRoles, in reading: Reading) {
        let outline = SentenceOutline(reading, sentence: found.sentence)
        for (index, quantity) in found.quantities.enumerated() {
            let features = ClaimFeatures(outline, found.place(of: quantity))
            addMeasured(index, found, parsed, features)
            guard let verb = addPredicate(parsed.predicate(index), parsed, features) else { continue }
            addSubject(of: outline.controller(of: verb), parsed, outline)
        }
    }

    /// - Returns: the verb, if it is among the options.
    private mutating func addPredicate(_ predicate: Int?, _ parsed: ParsedClaimRoles, _ features: ClaimFeatures)
        -> VerbRun?
    {
        let outline = features.outline
        let verb = predicate.flatMap { parsed.syntax.verb(of: $0) }
        let options = outline.predicateOptions(features.number).map { outline.verbs[$0] }
        let right = options.firstIndex { run in verb.map(run.tokens.contains) ?? false }
        if right == nil, predicate != nil { return nil }
        predicates.append(
            Self.choice(options, right: right.map { [$0] } ?? []) { option, rank, list in
                features.visit(predicate: option, rank: rank, &list)
            })
        return right.map { options[$0] }
    }

    private mutating func addSubject(of verb: VerbRun, _ parsed: ParsedClaimRoles, _ outline: SentenceOutline) {
        let features = SubjectFeatures(outline, verb)
        let options = outline.subjectOptions(verb)
        let head = parsed.syntax.syntax.predicate(over: verb.predicate).flatMap {
            parsed.syntax.syntax.subjectHead(of: $0)
        }
        let right = options.indices.filter { index in head.map(outline.core(of: options[index]).contains) ?? false }
        if right.isEmpty, head != nil { return }
        subjects.append(
            Self.choice(options, right: right) { option, rank, list in
                features.visit(option, rank: rank, &list)
            })
    }

    private mutating func addMeasured(
        _ index: Int, _ found: SentenceQuantities, _ parsed: ParsedClaimRoles, _ features: ClaimFeatures
    ) {
        guard found.quantities[index].mayMeasure else { return }
        let outline = features.outline
        let options = outline.measuredOptions(features.number, besides: found.amounts)
        let head = parsed.measured(index)
        let right = options.indices.filter { index in head.map(outline.core(of: options[index]).contains) ?? false }
        if right.isEmpty, head != nil { return }
        measured.append(
            Self.choice(options, right: right) { option, rank, list in
                features.visit(measured: option, rank: rank, &list)
            })
    }

    /// - Parameter right: indices of options; empty where none is right.
    private static func choice<Option>(
        _ options: [Option], right: [Int], _ visit: (Option?, Int, inout FeatureList) -> Void
    ) -> ClaimChoice {
        var choice = ClaimChoice()
        for (rank, option) in (options.map(Optional.some) + [nil]).enumerated() {
            var list = FeatureList()
            visit(option, rank, &list)
            choice.options.append(list.features)
            choice.isRight.append(rank < options.count ? right.contains(rank) : right.isEmpty)
        }
        return choice
    }
}

extension QuantityTagger {
    /// Adds what the parsed sentences of an article teach.
    package func addLessons(
        of found: [SentenceQuantities], _ tree: SyntaxTree, in reading: Reading, to lessons: inout ClaimLessons
    ) {
        for sentence in found {
            lessons.add(sentence, parsedRoles(of: sentence, tree, words: reading.words), in: reading)
        }
    }
}
