import Foundation
import Learning
import Linguistics
import Segmentation
import Tagging
import TextModel

/// Learns which words are cues, and which content and source each has, from annotated articles.
struct AttributionTrainer {
    struct Cue {
        var features: [UInt32]
        var isCue: Bool
        var article: Int
    }

    /// The choices among contents and among sources.
    private struct RoleLessons {
        var contents: [Choice] = []
        var sources: [Choice] = []
    }

    /// What `RoleModel` reads.
    struct Roles {
        var contents = HashedRegression(bits: AttributionTrainer.bits, rate: 0.1)
        var sources = HashedRegression(bits: AttributionTrainer.bits, rate: 0.1)

        func write(to file: inout ModelFileWriter, name: String) {
            contents.write(to: &file, name: "\(name).contents", cuttingAt: 2)
            sources.write(to: &file, name: "\(name).sources", cuttingAt: 2)
        }
    }

    static let bits = 17
    var epochs = 12
    /// In how many orders the lessons are learned.
    var orders = 5
    var rate: Float = 0.03
    var report: (String) -> Void = { _ in }
    private(set) var cues = HashedRegression(bits: Self.bits, rate: 0.1)
    /// Of sentences that are tagged only, and of parsed ones.
    private(set) var tagged = Roles(), parsed = Roles()
    private var chance: Chance

    init(seed: UInt64) {
        chance = Chance(seed: seed)
    }

    /// Of cues, contents and sources: one section each.
    func file() -> [UInt8] {
        var file = ModelFileWriter(kind: AttributionModel.kind, revision: AttributionModel.revision)
        cues.write(to: &file, name: "cues", cuttingAt: 2)
        tagged.write(to: &file, name: "tagged")
        parsed.write(to: &file, name: "parsed")
        return file.file()
    }

    /// An annotated article as the lessons are made from it.
    private struct Lesson {
        let reading: Reading
        let cues: CueClauseReader
        let gold: [GoldRoles]
    }

    mutating func train(_ articles: [GoldArticle], engine: LinguisticEngine, frames: FrameTable) throws {
        let empty = try AttributionModel(ModelFile(ModelBytes(copying: file())))
        let segmenter = Segmenter()
        let lessons = articles.map { article in
            let reading = engine.read(segmenter.segment(Article(text: Array(article.text.utf8))))
            return Lesson(
                reading: reading, cues: CueClauseReader(reading, frames: frames),
                gold: GoldRoles.roles(of: article, in: reading))
        }
        var candidates: [Cue] = []
        for (number, lesson) in lessons.enumerated() { candidates += cues(of: lesson, number) }
        report("\(candidates.count) candidates, \(candidates.filter(\.isCue).count) cues")

        // The roles are learned beside cues as a model that has not seen the article finds them.
        let halves = [
            learned(candidates.filter { $0.article % 2 == 0 }), learned(candidates.filter { $0.article % 2 == 1 }),
        ]
        cues = learned(candidates)
        var taggedLessons = RoleLessons(), parsedLessons = RoleLessons()
        for (number, lesson) in lessons.enumerated() {
            let clauses = clauses(of: lesson, cues: halves[1 - number % 2]).filter { !$0.clauses.isEmpty }
            for isParsed in [false, true] {
                let tree = isParsed ? engine.parse(lesson.reading, sentences: clauses.map(\.sentence.tokens)) : nil
                let reader = AttributionReader(lesson.reading, tree: tree, cues: lesson.cues, model: empty)
                for clauses in clauses {
                    if isParsed {
                        choices(of: lesson, clauses, reader, &parsedLessons)
                    } else {
                        choices(of: lesson, clauses, reader, &taggedLessons)
                    }
                }
            }
        }
        for lessons in [taggedLessons, parsedLessons] {
            let (contents, sources) = (lessons.contents, lessons.sources)
            report(
                "\(contents.count) contents of \(contents.reduce(0) { $0 + $1.options.count }) options, "
                    + "\(sources.count) sources of \(sources.reduce(0) { $0 + $1.options.count })")
        }
        tagged = Roles(contents: learned(taggedLessons.contents), sources: learned(taggedLessons.sources))
        parsed = Roles(contents: learned(parsedLessons.contents), sources: learned(parsedLessons.sources))
    }

    // MARK: Lessons

    private func cues(of lesson: Lesson, _ number: Int) -> [Cue] {
        var found: [Cue] = []
        let held = lesson.gold.reduce(into: Set<Int>()) { $0.formUnion($1.content) }
        let marked = lesson.gold.reduce(into: Set<Int>()) { $0.formUnion($1.cue) }
        for sentence in lesson.reading.article.sentences {
            let candidates = lesson.cues.candidates(in: sentence)
            let lists = lesson.cues.visit(candidates, in: sentence) { FeatureList() }
            for (index, cue) in candidates.enumerated() {
                // The annotation does not nest: within a content a cue is not marked.
                if held.contains(cue.token), !marked.contains(cue.token) { continue }
                let isCue = lesson.gold.contains { roles in
                    roles.cue.contains(cue.token) && mainCue(of: roles, candidates) == index
                }
                found.append(Cue(features: lists[index].features.map(cues.slot), isCue: isCue, article: number))
            }
        }
        return found
    }

    /// Of several candidates in one cue the last verb: "want to say", "said in a statement".
    private func mainCue(of roles: GoldRoles, _ candidates: [CueCandidate]) -> Int? {
        let inCue = candidates.indices.filter { roles.cue.contains(candidates[$0].token) }
        return inCue.last { candidates[$0].form != .noun } ?? inCue.last
    }

    /// The clauses of an article whose cues are likely or annotated.
    private func clauses(of lesson: Lesson, cues model: HashedRegression) -> [SentenceClauses] {
        lesson.reading.article.sentences.enumerated().map { index, sentence in
            let candidates = lesson.cues.candidates(in: sentence)
            let lists = lesson.cues.visit(candidates, in: sentence) { FeatureList() }
            let scored = zip(candidates, lists).map { cue, list in
                (cue: cue, estimate: 1 / (1 + Double(exp(-model.score(list.features.map(model.slot))))))
            }
            .filter { cue, estimate in estimate >= 0.3 || lesson.gold.contains { $0.cue.contains(cue.token) } }
            return lesson.cues.clauses(in: sentence, index: index, scored)
        }
    }

    private func choices(
        of lesson: Lesson, _ clauses: SentenceClauses, _ reader: AttributionReader, _ lessons: inout RoleLessons
    ) {
        let reading = lesson.reading
        let sentence = clauses.sentence
        let tally = reader.tally(of: clauses)
        var previous: SourcePhrase?
        for clause in clauses.clauses {
            defer { if clause.estimate >= 0.5 { previous = clause.source } }
            guard let roles = lesson.gold.first(where: { $0.cue.contains(clause.cue.token) }) else { continue }
            let options = reader.contentOptions(clause, clauses)
            let overlaps = options.map { reading.overlap($0.pieces, roles.content) }
            guard let best = overlaps.max(), best >= 0.8, let right = overlaps.firstIndex(of: best) else { continue }
            var choice = Choice()
            for (option, overlap) in zip(options, overlaps) {
                var list = FeatureList()
                reader.visit(option, of: clause, in: clauses, tally, &list)
                choice.options.append(list.features.map(cues.slot))
                choice.isRight.append(overlap >= best - 0.02)
            }
            lessons.contents.append(choice)
            let content = options[right]
            let sourceOptions = reader.sourceOptions(
                clause, content: content, previous: previous, in: sentence)
            let matches = sourceOptions.map { match($0, roles, reading) }
            guard let top = matches.max(), top > 0 else { continue }
            choice = Choice()
            for (option, match) in zip(sourceOptions, matches) {
                var list = FeatureList()
                reader.visit(option, of: clause, content: content, in: sentence, &list)
                choice.options.append(list.features.map(cues.slot))
                choice.isRight.append(match >= top - 0.02)
            }
            lessons.sources.append(choice)
        }
    }

    private func match(_ option: SourceOption, _ roles: GoldRoles, _ reading: Reading) -> Double {
        guard let phrase = option.phrase else { return roles.source.isEmpty ? 1 : 0 }
        return reading.overlap([phrase.tokens], roles.source)
    }

    // MARK: Steps

    /// The mean of models that learn the lessons in different orders.
    private mutating func learned(_ lessons: [Cue]) -> HashedRegression {
        .mean((0..<orders).map { _ in learnedOnce(lessons) })
    }

    private mutating func learned(_ lessons: [Choice]) -> HashedRegression {
        ChoiceLearner(bits: Self.bits, epochs: epochs, orders: orders, rate: rate).learned(lessons, using: &chance)
    }

    private mutating func learnedOnce(_ lessons: [Cue]) -> HashedRegression {
        var model = HashedRegression(bits: Self.bits, rate: rate)
        for _ in 0..<epochs {
            for lesson in lessons.shuffled(using: &chance) {
                let probability = 1 / (1 + exp(-model.score(lesson.features)))
                model.step(lesson.features, gradient: (lesson.isCue ? 1 : 0) - probability)
            }
        }
        return model
    }
}
