import Learning
import Linguistics
import TextModel

/// Builds the name model from annotated documents.
struct NameTraining {
    /// Documents of one source and how much each counts.
    struct Source {
        var documents: [NameDocument]
        var weight: Float
        /// Whether names of the second reading are learned from it too.
        var isGold = false
    }

    /// A document as the tagger sees it.
    private struct Reading {
        var text: [UInt8]
        var atoms = NameAtoms()
        var labels: [UInt8] = []
        var hints: [NameDocument.Hint] = []
        var weight: Float
        /// By atom; empty atoms that are no candidates.
        var features: [[UInt64]] = []
        var scores: [SIMD16<Float>] = []
    }

    var seed: UInt64 = 1
    /// Rows of the first reading.
    var rows = 170_000
    var epochs = 6
    var folds = 3
    /// How many times the first reading is trained; their mean is used.
    var runs = 3
    let report: (String) -> Void

    private func settings(_ epochs: Int) -> RandomField.Settings {
        RandomField.Settings(epochs: epochs, seed: seed)
    }

    /// - Returns: the model file.
    func model(_ sources: [Source], hinted: [NameDocument], hintedWeight: Float, _ words: NameWords) throws -> [UInt8] {
        var words = words
        for source in sources { for document in source.documents { words.count(document) } }
        for document in hinted { words.count(document) }
        var file = ModelFileWriter(kind: NameModel.kind, revision: NameModel.revision)
        words.write(to: &file)
        let lexicon = try NameLexicon(ModelFile(ModelBytes(copying: file.file())))

        var gold: [Reading] = []
        var others: [Reading] = []
        for source in sources {
            let readings = source.documents.map { reading($0, source.weight, lexicon) }
            if source.isGold { gold += readings } else { others += readings }
        }
        var chance = Chance(seed: seed &+ 1)
        for source in sources where source.isGold {
            for document in source.documents {
                for capitals in [false, true] {
                    let copy = document.recased(capitals: capitals) { _ in
                        chance.next() % 100 < (capitals ? 5 : 8)
                    }
                    if !copy.sentences.isEmpty { others.append(reading(copy, 0.5, lexicon)) }
                }
            }
        }
        report("read \(gold.count + others.count) documents")
        var field = RandomField(examples(gold + others), settings(epochs))
        report("first model: \(field.weights.count) rows")
        // Twice, for a model that has seen hinted text labels it better.
        let unlabelled = hinted.map { reading($0, hintedWeight, lexicon) }
        var labelled: [Reading] = []
        for _ in 0..<(hinted.isEmpty ? 0 : 2) {
            labelled = unlabelled.map { labelledByHints($0, field) }
            field = RandomField(examples(gold + others + labelled), settings(epochs))
            report("with hinted text: \(field.weights.count) rows")
        }
        others += labelled
        let kept = field.heaviest(rows)
        let all = examples(gold + others)
        field = RandomField.mean(
            (0..<UInt64(runs)).map { run in
                var settings = settings(epochs)
                settings.seed = seed &+ 1000 &* run
                return RandomField(all, settings, kept: kept)
            })
        report("first reading: \(field.weights.count) rows")

        let second = secondReading(gold, others, transitions: field.transitions)
        report("second reading: \(second.weights.count) rows")
        _ = field.write(to: &file, name: "reading", cuttingAt: 3)
        _ = second.write(to: &file, name: "rereading", cuttingAt: nil)
        return file.file()
    }

    /// Learns what to make of the article's memory: each gold document is first read by a model that has not seen it.
    private func secondReading(
        _ gold: [Reading], _ others: [Reading], transitions: [SIMD16<Float>]
    ) -> RandomField {
        var found: [RandomField.Example] = []
        for fold in 0..<folds {
            let (seen, held) = (gold.indices.filter { $0 % folds != fold }, gold.indices.filter { $0 % folds == fold })
            let field = RandomField(examples(seen.map { gold[$0] } + others), settings(max(1, epochs - 2)))
            for number in held {
                var reading = gold[number]
                let right = reading.labels
                label(&reading, field)
                var memory = NameMemory()
                reading.text.withUnsafeBufferPointer { text in
                    reading.labels.withUnsafeBufferPointer { labels in
                        memory.learn(reading.atoms, text, labels: labels)
                        memory.forEachCandidate(reading.atoms, text, labels: labels) { atom, features in
                            reading.features[atom] = Array(features)
                        }
                    }
                }
                reading.labels = right
                reading.weight = 1
                found += examples([reading], withScores: true)
            }
            report("fold \(fold + 1) of \(folds)")
        }
        var settings = settings(5)
        settings.dropout = 0
        settings.leastCount = 5
        return RandomField(found, settings, fixed: transitions)
    }

    // MARK: Documents

    private func reading(_ document: NameDocument, _ weight: Float, _ lexicon: NameLexicon) -> Reading {
        var reading = Reading(text: document.text, weight: weight)
        document.text.withUnsafeBufferPointer { text in
            document.tokens.starts.withUnsafeBufferPointer { starts in
                document.tokens.ends.withUnsafeBufferPointer { ends in
                    reading.atoms.read(text, starts: starts, ends: ends, sentences: document.sentences, lexicon)
                }
            }
            reading.features = Array(repeating: [], count: reading.atoms.count)
            reading.atoms.forEachCandidate(text) { atom, features in reading.features[atom] = Array(features) }
        }
        let atoms = reading.atoms
        reading.labels = Array(repeating: NameLabel.outside, count: atoms.count)
        var atom = 0
        for name in document.names {
            while atom < atoms.count, atoms.ends[atom] <= name.span.start { atom += 1 }
            var end = atom
            while end < atoms.count, atoms.starts[end] < name.span.end { end += 1 }
            // A name that the tagger would not look at cannot be learned.
            guard end > atom, (atom..<end).allSatisfy({ atoms.candidates[$0] != 0 }) else { continue }
            reading.labels.replaceSubrange(atom..<end, with: NameLabel.labels(name.nameClass, count: end - atom))
            atom = end
        }
        if !document.hints.isEmpty { reading.hints = atoms.tokens.map { document.hints[Int($0)] } }
        return reading
    }

    private func examples(_ readings: [Reading], withScores: Bool = false) -> [RandomField.Example] {
        var examples: [RandomField.Example] = []
        for reading in readings {
            for sentence in reading.atoms.sentences {
                reading.atoms.forEachStretch(in: sentence) { stretch in
                    var example = RandomField.Example(weight: reading.weight)
                    for atom in stretch {
                        example.features += reading.features[atom]
                        example.bounds.append(Int32(example.features.count))
                        example.labels.append(reading.labels[atom])
                        if withScores { example.given.append(reading.scores[atom]) }
                    }
                    examples.append(example)
                }
            }
        }
        return examples
    }

    /// Labels the candidates by the model; hints forbid names where there can be none and favour them where likely.
    private func label(_ reading: inout Reading, _ field: RandomField) {
        reading.scores = reading.features.map { field.scores($0) }
        var scores = reading.scores
        for (atom, hint) in reading.hints.enumerated() {
            switch hint.chance {
            case .never: scores[atom] -= Self.insides(repeating: 1000)
            case .perhaps: break
            case .likely: scores[atom][0] -= 3
            }
            guard let joins = hint.joinsNext, atom + 1 < scores.count else { continue }
            // Begin, inside, last, unit of the three large classes; begin and inside of other names.
            for base in [1, 5, 9] {
                for label in joins ? [2, 3] : [0, 1] { scores[atom][base + label] -= 6 }
                for label in joins ? [0, 3] : [1, 2] { scores[atom + 1][base + label] -= 6 }
            }
            scores[atom + 1][Int(joins ? NameLabel.otherBegin : NameLabel.otherInside)] -= 6
        }
        var decoder = field.decoder
        let atoms = reading.atoms
        reading.labels = Array(repeating: NameLabel.outside, count: atoms.count)
        reading.labels.withUnsafeMutableBufferPointer { labels in
            scores.withUnsafeBufferPointer { scores in
                for sentence in atoms.sentences {
                    atoms.forEachStretch(in: sentence) { stretch in
                        decoder.decode(
                            UnsafeBufferPointer(rebasing: scores[stretch]),
                            to: UnsafeMutableBufferPointer(rebasing: labels[stretch]))
                    }
                }
            }
        }
    }

    /// All labels but outside.
    private static func insides(repeating value: Float) -> SIMD16<Float> {
        var vector = SIMD16<Float>(repeating: value)
        vector[0] = 0
        return vector
    }

    private func labelledByHints(_ reading: Reading, _ field: RandomField) -> Reading {
        var reading = reading
        label(&reading, field)
        return reading
    }
}
