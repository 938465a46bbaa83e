import Learning

/// Decides on a label, given what a decision looks at: by a finished model, or by one that is being trained.
package protocol LabelChooser {
    /// - Parameter token: an index into the columns that are walked.
    /// - Returns: the label; it is among the features of the next two decisions.
    mutating func label(of token: Int, in context: borrowing TaggerContext) -> Int

    /// Takes the label that the word's form settles; false to be asked for one all the same.
    mutating func settle(_ token: Int, label: Int) -> Bool

    /// Tells of a word that the decisions to come will look at, so that what they need can be fetched.
    func expect(_ word: borrowing TaggerWord)
}

extension LabelChooser {
    package func expect(_ word: borrowing TaggerWord) {}
}

/// Goes through a sentence from left to right and asks for a label at each word.
package struct TagWalk {
    private let lexicon: TaggerLexicon

    package init(_ lexicon: TaggerLexicon) {
        self.lexicon = lexicon
    }

    package static func makeMemory() -> WordMemory<TaggerWord> { WordMemory(.boundary) }

    /// - Parameters:
    ///   - starts: where each token begins, in bytes of `text`.
    ///   - sentence: indices into `starts` and `ends`.
    ///   - memory: of this walk's lexicon.
    /// - Complexity: O(*n*) in tokens; each word is read once.
    @inline(__always)
    package func walk(
        _ text: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<Int32>, _ ends: UnsafeBufferPointer<Int32>,
        _ sentence: Range<Int>, _ memory: WordMemory<TaggerWord>, choosing chooser: inout some LabelChooser
    ) {
        guard let first = sentence.first else { return }
        let headline = Self.headlineStyle(text, starts, ends, sentence)
        let style: UInt64 = headline == .capitals ? 1 : 0
        // Of a word more than asked for, to have its place in memory at hand when its turn comes.
        var nextHash: UInt64 = 0
        func word(_ token: Int) -> TaggerWord {
            guard token < sentence.upperBound else { return .boundary }
            let range = Int(starts[token])..<Int(ends[token])
            let hash = nextHash
            expect(token + 1)
            let word = memory.known(of: hash) {
                TaggerWord(text, range, inCapitals: headline == .capitals, lexicon)
            }
            chooser.expect(word)
            return word
        }
        func expect(_ token: Int) {
            guard token < sentence.upperBound else { return }
            nextHash = FeatureHash.of(text, Int(starts[token])..<Int(ends[token])) ^ style
            memory.expect(nextHash)
        }
        expect(first)
        var context = TaggerContext(
            before: .boundary, word: word(first), after: word(first + 1), after2: word(first + 2),
            isFirst: true, headline: headline, label1: 0, label2: 0)
        for token in sentence {
            var label = context.word.settledLabel
            if label == 0 || !chooser.settle(token, label: Int(label) - 1) {
                label = UInt64(1 + chooser.label(of: token, in: context))
            }
            context.label2 = context.label1
            context.label1 = label
            context.isFirst = false
            context.before = context.word
            context.word = context.after
            context.after = context.after2
            context.after2 = word(token + 3)
        }
    }

    /// Looks at the first two letters of each word.
    private static func headlineStyle(
        _ text: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<Int32>, _ ends: UnsafeBufferPointer<Int32>,
        _ sentence: Range<Int>
    ) -> HeadlineStyle {
        var (small, titled, capital) = (0, 0, 0)
        for token in sentence where ends[token] > starts[token] {
            let start = Int(starts[token])
            let first = text[start]
            if first &- 0x61 < 26 {
                small += 1
            } else if first &- 0x41 < 26, ends[token] - starts[token] > 1 {
                if text[start + 1] &- 0x61 < 26 { titled += 1 } else { capital += 1 }
            }
        }
        if capital > 2, small + titled == 0 { return .capitals }
        return titled + capital > 3 && titled + capital > 2 * small ? .title : .none
    }
}
