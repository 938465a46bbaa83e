import Linguistics
import WordLists

/// How often a word in a frame is a cue, counted on annotated articles (`reporting-frames.tsv`).
///
/// Frames that are rare or unseen lean on the word's other frames and on the frame's other words.
package struct FrameTable: Sendable {
    private static let formCount = CueForm.allCases.count
    private static let complementCount = Complement.allCases.count

    /// Indexed by lemma, form and complement.
    private let estimates: [Float]

    package init(lexicon: Lexicon) {
        var counts = FrameCounts()
        let lemmas = Dictionary(
            lexicon.lemmas.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        let forms = Dictionary(uniqueKeysWithValues: CueForm.allCases.map { ($0.name, $0) })
        let complements = Dictionary(uniqueKeysWithValues: Complement.allCases.map { ($0.name, $0) })
        for fields in WordList(named: "reporting-frames").entries where fields.count == 5 {
            guard let lemma = lemmas[fields[0]], let form = forms[fields[1]],
                let complement = complements[fields[2]], let cues = Int(fields[3]), let total = Int(fields[4])
            else { continue }
            counts.add(FrameCounts.Key(lemma: lemma, form: form, complement: complement), cues: cues, total: total)
        }
        estimates = counts.estimates(lemmaCount: lexicon.lemmas.count)
    }

    /// The share of such words that are cues, 0 to 1.
    @inline(__always)
    package func estimate(_ candidate: CueCandidate) -> Double {
        Double(estimates[Self.index(candidate.lemma, candidate.form, candidate.complement)])
    }

    @inline(__always)
    fileprivate static func index(_ lemma: Int32, _ form: CueForm, _ complement: Complement) -> Int {
        (Int(lemma) * formCount + form.rawValue) * complementCount + complement.rawValue
    }
}

/// Counts of frames, for building `reporting-frames.tsv` and for smoothing what it holds.
package struct FrameCounts {
    package struct Key: Hashable {
        package var lemma: Int32
        package var form: CueForm
        package var complement: Complement

        package init(lemma: Int32, form: CueForm, complement: Complement) {
            self.lemma = lemma
            self.form = form
            self.complement = complement
        }
    }

    package struct Count {
        package var cues = 0
        package var total = 0
    }

    package private(set) var counts: [Key: Count] = [:]

    package init() {}

    package mutating func add(_ key: Key, cues: Int, total: Int) {
        counts[key, default: Count()].cues += cues
        counts[key, default: Count()].total += total
    }

    /// Shares smoothed with `weight` imagined sightings of the next wider class.
    fileprivate func estimates(lemmaCount: Int, weight: Double = 3) -> [Float] {
        let forms = CueForm.allCases
        let complements = Complement.allCases
        var byFrame = Array(repeating: Count(), count: forms.count * complements.count)
        var byWord = Array(repeating: Count(), count: lemmaCount * forms.count)
        for (key, count) in counts {
            byFrame[key.form.rawValue * complements.count + key.complement.rawValue].add(count)
            byWord[Int(key.lemma) * forms.count + key.form.rawValue].add(count)
        }
        var result: [Float] = []
        result.reserveCapacity(lemmaCount * forms.count * complements.count)
        for lemma in 0..<lemmaCount {
            for form in forms {
                for complement in complements {
                    let frame = byFrame[form.rawValue * complements.count + complement.rawValue]
                    let word = byWord[lemma * forms.count + form.rawValue]
                    let count = counts[Key(lemma: Int32(lemma), form: form, complement: complement)] ?? Count()
                    let wide = frame.share(prior: 0.1, weight: weight)
                    let narrow = word.share(prior: wide, weight: weight)
                    result.append(Float(count.share(prior: (wide + narrow) / 2, weight: weight)))
                }
            }
        }
        return result
    }
}

extension FrameCounts.Count {
    fileprivate mutating func add(_ other: Self) {
        cues += other.cues
        total += other.total
    }

    fileprivate func share(prior: Double, weight: Double) -> Double {
        (Double(cues) + weight * prior) / (Double(total) + weight)
    }
}
