import Learning

/// The memory that the name tagger works in; one a worker, for any number of articles.
package struct NameWorkspace {
    package var atoms = NameAtoms()
    package private(set) var labels: [UInt8] = []
    private var memory = NameMemory()
    /// Of the first reading, by atom.
    private var scores: [SIMD16<Float>] = []
    private var secondScores: [SIMD16<Float>] = []
    private var firstDecoder: NameDecoder
    private var secondDecoder: NameDecoder

    package init(_ model: NameModel) {
        firstDecoder = NameDecoder(transitions: model.readingTransitions)
        secondDecoder = NameDecoder(transitions: model.rereadingTransitions)
    }

    /// Labels the atoms that were read.
    mutating func label(_ text: UnsafeBufferPointer<UInt8>, _ model: NameModel) {
        labels.removeAll(keepingCapacity: true)
        labels.append(contentsOf: repeatElement(NameLabel.outside, count: atoms.count))
        scores.removeAll(keepingCapacity: true)
        scores.append(contentsOf: repeatElement(SIMD16(repeating: 0), count: atoms.count))
        score(text, model.reading)
        Self.decode(&firstDecoder, atoms, scores, &labels)
        labels.withUnsafeBufferPointer { labels in memory.learn(atoms, text, labels: labels) }
        rescore(text, model.rereading)
        Self.decode(&secondDecoder, atoms, secondScores, &labels)
    }

    private mutating func score(_ text: UnsafeBufferPointer<UInt8>, _ model: LinearModel<Int8>) {
        let scale = 1 / model.scale
        scores.withUnsafeMutableBufferPointer { scores in
            atoms.forEachCandidate(text) { atom, features in scores[atom] = model.sum(features, scale) }
        }
    }

    private mutating func rescore(_ text: UnsafeBufferPointer<UInt8>, _ model: LinearModel<Int8>) {
        let scale = 1 / model.scale
        secondScores.removeAll(keepingCapacity: true)
        secondScores.append(contentsOf: scores)
        secondScores.withUnsafeMutableBufferPointer { scores in
            labels.withUnsafeBufferPointer { labels in
                memory.forEachCandidate(atoms, text, labels: labels) { atom, features in
                    scores[atom] += model.sum(features, scale)
                }
            }
        }
    }

    /// Decodes each stretch of candidates.
    private static func decode(
        _ decoder: inout NameDecoder, _ atoms: NameAtoms, _ scores: [SIMD16<Float>], _ labels: inout [UInt8]
    ) {
        labels.withUnsafeMutableBufferPointer { labels in
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
}

extension NameAtoms {
    /// Calls `body` with each stretch of candidates.
    @inline(__always)
    package func forEachStretch(in sentence: Range<Int>, _ body: (Range<Int>) -> Void) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard candidates[index] != 0 else {
                index += 1
                continue
            }
            let start = index
            while index < sentence.upperBound, candidates[index] != 0 { index += 1 }
            body(start..<index)
        }
    }
}

extension LinearModel where Weight == Int8 {
    /// The sum of the rows of the features, at most 256, times `factor`.
    @inline(__always)
    func sum(_ features: UnsafeBufferPointer<UInt64>, _ factor: Float) -> SIMD16<Float> {
        var sums = SIMD16<Int16>(repeating: 0)
        for feature in features {
            guard let row = row(of: feature) else { continue }
            let weights = UnsafeRawPointer(row).loadUnaligned(as: SIMD16<Int8>.self)
            sums &+= SIMD16<Int16>(truncatingIfNeeded: weights)
        }
        return SIMD16<Float>(sums) * factor
    }
}
