import Learning

/// The features of one atom in its sentence: the same code for training and serving.
///
/// A feature is the number of its template combined with the words, cases, shapes and kinds that fill it.
struct NameFeatures {
    /// Of the model: features of another revision fit no weights.
    static let revision = 1
    /// More than the templates can make; a kind of the lexicon is one feature.
    static let capacity = 192

    let text: UnsafePointer<UInt8>
    let starts: UnsafePointer<Int32>
    let ends: UnsafePointer<Int32>
    let words: UnsafePointer<UInt32>
    let cases: UnsafePointer<UInt8>
    let shapes: UnsafePointer<UInt32>
    let values: UnsafePointer<UInt32>
    let phrases: UnsafePointer<UInt32>
    let inTitle: UnsafePointer<UInt8>

    /// Writes the features of `atom` to `out`, which has room for `capacity`.
    /// - Returns: how many.
    @inline(__always)
    func write(_ atom: Int, in sentence: Range<Int>, to out: UnsafeMutablePointer<UInt64>) -> Int {
        var writer = Writer(features: self, low: sentence.lowerBound, high: sentence.upperBound, out: out)
        writer.addWords(atom)
        writer.addAffixes(atom)
        writer.addKinds(atom)
        writer.addRun(atom)
        return writer.count
    }

    private struct Writer {
        let features: NameFeatures
        let low: Int
        let high: Int
        let out: UnsafeMutablePointer<UInt64>
        var count = 0
        /// The atom's own case, told apart by where it stands.
        var ownCase: UInt64 = 0

        @inline(__always)
        init(features: NameFeatures, low: Int, high: Int, out: UnsafeMutablePointer<UInt64>) {
            self.features = features
            self.low = low
            self.high = high
            self.out = out
        }

        @inline(__always)
        func word(_ index: Int) -> UInt64 {
            index < low ? 1 : index >= high ? 2 : UInt64(features.words[index])
        }

        @inline(__always)
        func letterCase(_ index: Int) -> UInt64 {
            index < low
                ? UInt64(LetterCase.before) : index >= high ? UInt64(LetterCase.after) : UInt64(features.cases[index])
        }

        @inline(__always)
        func kinds(_ index: Int) -> UInt64 {
            index < low || index >= high ? 0 : UInt64(features.values[index] & NameLexicon.kindMask)
        }

        @inline(__always)
        func habit(_ index: Int) -> UInt64 {
            index < low || index >= high ? 0 : UInt64(features.values[index] >> NameLexicon.habitShift & 15)
        }

        @inline(__always)
        mutating func add(_ template: UInt64, _ value: UInt64) {
            out[count] = FeatureHash.combine(template, value)
            count += 1
        }

        /// Two words or a word and a small number as one value.
        @inline(__always)
        func pair(_ left: UInt64, _ right: UInt64) -> UInt64 { left << 32 | right }

        @inline(__always)
        mutating func addWords(_ atom: Int) {
            let (here, left, right) = (word(atom), word(atom - 1), word(atom + 1))
            let (left2, right2) = (word(atom - 2), word(atom + 2))
            let written = features.cases[atom]
            let isFirst = atom == low || (atom == low + 1 && features.cases[low] == LetterCase.mark)
            ownCase = UInt64(written)
            if written == LetterCase.capitalised {
                if features.inTitle[atom] != 0 {
                    ownCase = UInt64(LetterCase.title)
                } else if isFirst {
                    ownCase = UInt64(LetterCase.first)
                }
            }
            let (leftCase, rightCase) = (letterCase(atom - 1), letterCase(atom + 1))
            add(1, 0)
            add(2, here)
            add(3, pair(here, ownCase))
            add(4, left)
            add(5, right)
            add(6, left2)
            add(7, right2)
            add(8, pair(left, here))
            add(9, pair(here, right))
            add(10, pair(left, right))
            let length = UInt64(min(4, features.ends[atom] - features.starts[atom]))
            add(11, pair(UInt64(features.shapes[atom]), length))
            add(12, ownCase)
            let cases = leftCase << 8 | ownCase << 4 | rightCase
            add(13, cases)
            add(14, letterCase(atom - 2) << 16 | cases << 4 | letterCase(atom + 2))
            add(15, pair(left, ownCase << 4 | rightCase))
            add(16, pair(right, ownCase << 4 | leftCase))
            add(17, FeatureHash.combine(pair(left2, left), ownCase))
            add(18, FeatureHash.combine(pair(right, right2), ownCase))
            let sentenceLength = high - low
            if sentenceLength <= 4 {
                add(19, pair(kinds(atom), UInt64(sentenceLength) << 8 | ownCase))
                add(20, pair(UInt64(atom - low), UInt64(sentenceLength) << 8 | ownCase))
            }
            let (ownHabit, leftHabit, rightHabit) = (habit(atom), habit(atom - 1), habit(atom + 1))
            let habits = ownHabit << 4 | ownCase
            add(21, habits)
            add(22, habits << 8 | rightHabit << 4 | rightCase)
            add(23, habits << 8 | leftHabit << 4 | leftCase)
            add(24, FeatureHash.combine(pair(left, right), habits))
        }

        @inline(__always)
        mutating func addAffixes(_ atom: Int) {
            let written = features.cases[atom]
            guard written != LetterCase.mark, written != LetterCase.number else { return }
            let start = Int(features.starts[atom])
            let end = Int(features.ends[atom])
            let length = end - start
            for size in 1...5 where length > size {
                let affixTemplate = UInt64(size)
                add(30 + affixTemplate, UInt64(WordForm.hash(features.text, start, start + size)))
                let suffix = UInt64(WordForm.hash(features.text, end - size, end))
                add(36 + affixTemplate, suffix)
                if size == 3 {
                    add(42, pair(suffix, ownCase))
                    if atom > low { add(43, pair(suffix, word(atom - 1))) }
                }
            }
        }

        @inline(__always)
        mutating func addKinds(_ atom: Int) {
            let (here, left, right) = (kinds(atom), kinds(atom - 1), kinds(atom + 1))
            let (leftCase, rightCase) = (letterCase(atom - 1), letterCase(atom + 1))
            addEach(here, 50, ownCase)
            add(51, pair(here, ownCase))
            addEach(left, 52, leftCase << 4 | ownCase)
            addEach(right, 53, rightCase << 4 | ownCase)
            let own = here << 24 | ownCase
            add(54, FeatureHash.combine(own, left << 8 | leftCase))
            add(55, FeatureHash.combine(own, right << 8 | rightCase))
            let phrase = UInt64(features.phrases[atom])
            if phrase != 0 {
                add(56, phrase)
                addEach(phrase >> 2, 57, phrase & 3)
            }
        }

        /// One feature for each kind.
        @inline(__always)
        private mutating func addEach(_ kinds: UInt64, _ template: UInt64, _ value: UInt64) {
            var rest = kinds
            while rest != 0 {
                add(template, value << 8 | UInt64(rest.trailingZeroBitCount))
                rest &= rest &- 1
            }
        }

        @inline(__always)
        private func isCapital(_ index: Int) -> Bool {
            index >= low && index < high && LetterCase.isCapital(features.cases[index])
        }

        @inline(__always)
        private func isHyphen(_ index: Int) -> Bool {
            index >= low && index < high && features.ends[index] - features.starts[index] == 1
                && features.text[Int(features.starts[index])] == UInt8(ascii: "-")
        }

        /// The run of capitalised words that the atom is in, at most six to each side: its words, what stands around
        /// it, and what a connector ("of") joins it with.
        @inline(__always)
        mutating func addRun(_ atom: Int) {
            guard isCapital(atom) || (isHyphen(atom) && isCapital(atom - 1)) else { return }
            var first = atom
            while atom - first < 6, isCapital(first - 1) || (isHyphen(first - 1) && isCapital(first - 2)) { first -= 1 }
            var last = atom
            while last - atom < 6,
                isCapital(last + 1)
                    || (isHyphen(last + 1) && last + 2 < high && features.cases[last + 2] < LetterCase.number)
            {
                last += 1
            }
            let before = UInt64(min(atom - first, 3))
            let after = UInt64(min(last - atom, 3))
            let (left, right) = (word(first - 1), word(last + 1))
            add(60, before << 4 | after)
            add(61, left)
            add(62, right)
            add(63, word(last))
            add(64, pair(word(first), before))
            add(65, pair(kinds(last), after))
            add(66, pair(kinds(first), before))
            add(67, pair(left, right))
            add(68, pair(word(first - 2), left))
            add(69, pair(right, word(last + 2)))
            if isCapital(first - 2) {
                add(70, pair(left, word(first - 2)))
                add(71, pair(left, kinds(first - 2)))
            }
            if isCapital(last + 2) {
                add(72, pair(right, word(last)))
                add(73, FeatureHash.combine(right, kinds(last) << 24 | kinds(last + 2)))
            }
        }
    }
}

extension NameAtoms {
    /// Calls `body` with each candidate, its sentence and its features.
    @inline(__always)
    package func forEachCandidate(
        _ text: UnsafeBufferPointer<UInt8>,
        _ body: (_ atom: Int, _ features: UnsafeBufferPointer<UInt64>) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: NameFeatures.capacity) { buffer in
            guard let out = buffer.baseAddress else { return }
            _ = withFeatures(text) { features in
                for sentence in sentences {
                    for atom in sentence where candidates[atom] != 0 {
                        let count = features.write(atom, in: sentence, to: out)
                        body(atom, UnsafeBufferPointer(start: out, count: count))
                    }
                }
            }
        }
    }

    /// Calls `body` with a view of the columns for making features.
    @inline(__always)
    func withFeatures<Result>(_ text: UnsafeBufferPointer<UInt8>, _ body: (NameFeatures) -> Result) -> Result? {
        starts.withUnsafeBufferPointer { starts in
            ends.withUnsafeBufferPointer { ends in
                words.withUnsafeBufferPointer { words in
                    cases.withUnsafeBufferPointer { cases in
                        shapes.withUnsafeBufferPointer { shapes in
                            values.withUnsafeBufferPointer { values in
                                phrases.withUnsafeBufferPointer { phrases in
                                    inTitle.withUnsafeBufferPointer { inTitle in
                                        guard let text = text.baseAddress, let starts = starts.baseAddress,
                                            let ends = ends.baseAddress, let words = words.baseAddress,
                                            let cases = cases.baseAddress, let shapes = shapes.baseAddress,
                                            let values = values.baseAddress, let phrases = phrases.baseAddress,
                                            let inTitle = inTitle.baseAddress
                                        else { return nil }
                                        return body(
                                            NameFeatures(
                                                text: text, starts: starts, ends: ends, words: words, cases: cases,
                                                shapes: shapes, values: values, phrases: phrases, inTitle: inTitle))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
