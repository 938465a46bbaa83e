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
    package var antecedents: [ClaimChoice] = []

    package init() {}

    mutating func add(_ found: SentenceQuantities, _ parsed: ParsedClaimRoles, in reading: Reading) {
        let outline = SentenceOutline(reading, sentence: found.sentence)
        for index in found.quantities.indices {
            let features = ClaimFeatures(outline, found.place(of: index))
            addMeasured(index, found, parsed, features)
            addPredicate(parsed.predicate(index), parsed, features)
        }
        // Of all verbs, of which those that tell of numbers are a part.
        let amounts = found.bareAmounts(reading)
        for verb in outline.verbs where outline.controller(of: verb) == verb {
            addSubject(of: verb, parsed, outline, besides: amounts)
        }
    }

    private mutating func addPredicate(_ predicate: Int?, _ parsed: ParsedClaimRoles, _ features: ClaimFeatures) {
        let outline = features.outline
        let verb = predicate.flatMap { parsed.syntax.verb(of: $0) }
        let options = outline.predicateOptions(features.number)
        let right = options.firstIndex { option in verb.map(outline.verbs[option].tokens.contains) ?? false }
        if right == nil, predicate != nil { return }
        predicates.append(
            Self.choice(options, right: right.map { [$0] } ?? []) { option, rank, list in
                features.visit(predicate: option.map { outline.verbs[$0] }, rank: rank, &list)
            })
    }

    private mutating func addSubject(
        of verb: VerbRun, _ parsed: ParsedClaimRoles, _ outline: SentenceOutline, besides amounts: [Range<Int>]
    ) {
        let options = outline.subjectOptions(verb, besides: amounts)
        let features = SubjectFeatures(outline, verb, options: options)
        guard let predicate = parsed.syntax.sentence.predicate(over: verb.predicate),
            verb.tokens.contains(parsed.syntax.verb(of: predicate))
        else { return }
        let head = parsed.syntax.sentence.subjectHead(of: predicate)
        let right = options.indices.filter { index in head.map(outline.core(of: options[index]).contains) ?? false }
        // A time or an amount is no subject: the answer is none.
        if right.isEmpty, let head, !outline.isTime(head), !outline.isWithin(amounts, head) { return }
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
    private static func choice(
        _ options: OptionList, right: [Int], _ visit: (Int?, Int, inout FeatureList) -> Void
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
            lessons.add(sentence, ParsedClaimRoles(sentence, tree, words: reading.words), in: reading)
        }
    }
}
