import Linguistics
import WordLists

/// How often a word in a frame is a cue, counted on annotated articles (`reporting-frames.tsv`).
///
/// Frames that are rare or unseen lean on the word's other frames and on the frame's other words.
package struct FrameTable: Sendable {
    /// By `FrameCounts.Frame.index`.
    private let estimates: [Float]
    /// Of a word that the lists do not know, by form and complement.
    private let priors: [Float]

    package init(lexicon: Lexicon) {
        var counts = FrameCounts(lemmaCount: lexicon.lemmas.count)
        let lemmas = Dictionary(
            lexicon.lemmas.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        let forms = Dictionary(uniqueKeysWithValues: CueForm.allCases.map { ($0.name, $0) })
        let complements = Dictionary(uniqueKeysWithValues: Complement.allCases.map { ($0.name, $0) })
        for fields in WordList(named: "reporting-frames").entries where fields.count == 5 {
            guard let lemma = lemmas[fields[0]], let form = forms[fields[1]], let complement = complements[fields[2]],
                let cues = Int32(fields[3]), let total = Int32(fields[4])
            else { continue }
            counts.add(FrameCounts.Frame(lemma: lemma, form: form, complement: complement), cues: cues, total: total)
        }
        estimates = counts.estimates()
        priors = counts.priors()
    }

    /// The share of words in such a frame that are cues, 0 to 1.
    /// - Parameter lemma: as a candidate has it.
    @inline(__always)
    package func estimate(_ lemma: Int32, _ form: CueForm, _ complement: Complement) -> Double {
        guard lemma >= 0 else { return Double(priors[form.rawValue * Complement.allCases.count + complement.rawValue]) }
        return Double(estimates[FrameCounts.Frame(lemma: lemma, form: form, complement: complement).index])
    }
}

/// Counts of frames, for building `reporting-frames.tsv` and for smoothing what it holds.
package struct FrameCounts {
    package struct Frame: Hashable {
        package var lemma: Int32
        package var form: CueForm
        package var complement: Complement

        package init(lemma: Int32, form: CueForm, complement: Complement) {
            self.lemma = lemma
            self.form = form
            self.complement = complement
        }

        @inline(__always)
        fileprivate var index: Int {
            (Int(lemma) * CueForm.allCases.count + form.rawValue) * Complement.allCases.count + complement.rawValue
        }
    }

    package struct Count: Sendable {
        package var cues: Int32 = 0
        package var total: Int32 = 0

        fileprivate mutating func add(_ other: Self) {
            cues += other.cues
            total += other.total
        }

        fileprivate func share(prior: Double, weight: Double) -> Double {
            (Double(cues) + weight * prior) / (Double(total) + weight)
        }
    }

    /// By `Frame.index`.
    private var counts: [Count]
    private let lemmaCount: Int

    package init(lemmaCount: Int) {
        self.lemmaCount = lemmaCount
        counts = Array(
            repeating: Count(), count: lemmaCount * CueForm.allCases.count * Complement.allCases.count)
    }

    package mutating func add(_ frame: Frame, cues: Int32, total: Int32) {
        counts[frame.index].add(Count(cues: cues, total: total))
    }

    /// The frames that were seen, by lemma, form and complement.
    package var seen: [(frame: Frame, count: Count)] {
        (0..<Int32(lemmaCount)).flatMap { lemma in
            CueForm.allCases.flatMap { form in
                Complement.allCases.map { Frame(lemma: lemma, form: form, complement: $0) }
            }
        }
        .map { ($0, counts[$0.index]) }
        .filter { $0.1.total > 0 }
    }

    /// Shares by form and complement, over all words.
    fileprivate func priors() -> [Float] {
        let frames = CueForm.allCases.count * Complement.allCases.count
        var byFrame = Array(repeating: Count(), count: frames)
        for (index, count) in counts.enumerated() { byFrame[index % frames].add(count) }
        return byFrame.map { Float($0.share(prior: 0.1, weight: 3)) }
    }

    /// Shares by `Frame.index`, smoothed with `weight` imagined sightings of the next wider class: a frame leans on the
    /// word's other frames and on other words in the frame, and those on one cue in ten.
    fileprivate func estimates(weight: Double = 3) -> [Float] {
        let complements = Complement.allCases.count
        let frames = CueForm.allCases.count * complements
        var byFrame = Array(repeating: Count(), count: frames)
        var byWord = Array(repeating: Count(), count: counts.count / complements)
        for (index, count) in counts.enumerated() where count.total > 0 {
            byFrame[index % frames].add(count)
            byWord[index / complements].add(count)
        }
        return counts.indices.map { index in
            let wide = byFrame[index % frames].share(prior: 0.1, weight: weight)
            let narrow = byWord[index / complements].share(prior: wide, weight: weight)
            return Float(counts[index].share(prior: (wide + narrow) / 2, weight: weight))
        }
    }
}
