import Learning

/// A word, its neighbours, and the labels already given: what one decision of the tagger looks at.
package struct TaggerContext {
    var before: TaggerWord
    var word: TaggerWord
    var after: TaggerWord
    var after2: TaggerWord
    var isFirst: Bool
    var headline: HeadlineStyle
    /// The labels of the two words before, counted from 1; 0 before the first word.
    var label1: UInt64
    var label2: UInt64

    /// All features of the decision, in one order; for training.
    package func withFeatures(_ body: (UnsafeBufferPointer<UInt64>) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: TaggerFeatures.capacity) { features in
            guard let start = features.baseAddress else { return }
            body(UnsafeBufferPointer(start: start, count: TaggerFeatures.write(.all, of: self, to: start)))
        }
    }
}

/// How much the capitals of a sentence say.
enum HeadlineStyle: UInt64 {
    /// As running text has them.
    case none
    /// Most words are capitalised: "Trump Meets Kim".
    case title
    /// All words are in capitals: "TRUMP MEETS KIM".
    case capitals
}

/// Which words a feature looks at: those that look at one word only need not be scored again when it comes up again.
struct TaggerParts: OptionSet {
    let rawValue: UInt8

    /// The word itself, with `isFirst` and `headline`.
    @inline(__always) static var word: TaggerParts { TaggerParts(rawValue: 1) }
    /// The word before alone, and so on.
    @inline(__always) static var before: TaggerParts { TaggerParts(rawValue: 2) }
    @inline(__always) static var after: TaggerParts { TaggerParts(rawValue: 4) }
    @inline(__always) static var secondAfter: TaggerParts { TaggerParts(rawValue: 8) }
    /// Several words, or labels.
    @inline(__always) static var joint: TaggerParts { TaggerParts(rawValue: 16) }
    @inline(__always) static var all: TaggerParts { TaggerParts(rawValue: 31) }
}

/// The features of a decision. Training and serving both come here, so a change needs a new `revision` and new models.
enum TaggerFeatures {
    static let revision = 2
    /// More than any decision has.
    static let capacity = 64

    /// - Parameter parts: which of the features are wanted.
    /// - Returns: how many features were written to `features`, which has room for `capacity`.
    @inline(__always)
    static func write(
        _ parts: TaggerParts, of context: borrowing TaggerContext, to features: UnsafeMutablePointer<UInt64>
    ) -> Int {
        var list = FeatureList(start: features, wanted: parts)
        let word = context.word
        list.add(.word, 1, 0)
        list.add(.word, 2, word.folded)
        list.add(.word, 3, word.exact)
        list.add(.word, 4, word.shape << 1 | (context.isFirst ? 1 : 0))
        let capitalised: UInt64 = word.capitalisation >= 4 && word.capitalisation < 7 ? 1 : 0
        list.add(.word, 5, word.suffixes.0 ^ capitalised)
        list.add(.word, 6, word.suffixes.1 ^ capitalised)
        list.add(.word, 7, word.suffixes.2 ^ capitalised)
        list.add(.word, 8, word.suffixes.3 ^ capitalised)
        list.add(.word, 9, word.prefixes.0)
        list.add(.word, 10, word.prefixes.1)
        list.add(.word, 11, word.ambiguity)
        list.add(.word, 12, word.dictionary << 3 | word.capitalisation)
        list.add(.word, 13, word.dictionary, word.suffixes.1)
        list.add(.word, 14, word.wordClass)
        list.add(.word, 15, word.wordClass << 3 | word.capitalisation)
        list.add(.word, 16, word.capitals << 13 | word.shape << 1 | (context.isFirst ? 1 : 0))
        addNeighbours(context, to: &list)
        addLabels(context, to: &list)
        addUse(context, to: &list)
        return list.count
    }

    @inline(__always)
    private static func addNeighbours(_ context: borrowing TaggerContext, to list: inout FeatureList) {
        let word = context.word
        list.add(.before, 20, context.before.folded)
        list.add(.after, 21, context.after.folded)
        list.add(.secondAfter, 22, context.after2.folded)
        list.add(.joint, 23, context.before.folded, word.folded)
        list.add(.joint, 24, word.folded, context.after.folded)
        list.add(.after, 25, context.after.suffixes.2, context.after.shape)
        list.add(.after, 26, context.after.ambiguity)
        list.add(.joint, 27, context.after.ambiguity << 16 | context.after2.ambiguity)
        list.add(.joint, 28, word.ambiguity << 16 | context.after.ambiguity)
        list.add(.after, 29, context.after.dictionary)
        list.add(.before, 30, context.before.wordClass)
        list.add(.after, 31, context.after.wordClass)
        list.add(.joint, 32, word.wordClass << 16 | context.after.wordClass)
        list.add(.joint, 33, context.before.shape << 16 | word.shape)
        let headline = context.headline.rawValue
        list.add(.word, 34, headline << 16 | word.shape << 1 | (context.isFirst ? 1 : 0))
        list.add(.word, 35, headline << 32 | word.capitals << 16 | word.shape)
    }

    /// What a far larger text than the training text says of the words.
    @inline(__always)
    private static func addUse(_ context: borrowing TaggerContext, to list: inout FeatureList) {
        let (word, label) = (context.word, context.label1)
        list.add(.word, 50, word.broadClass)
        list.add(.word, 51, word.capitalClass << 3 | word.capitalisation)
        list.add(.word, 52, (word.broadClass & ~7) | word.capitalisation)
        list.add(.word, 53, word.habit << 4 | word.capitalisation << 1 | (context.isFirst ? 1 : 0))
        list.add(.before, 54, context.before.broadClass)
        list.add(.after, 55, context.after.broadClass)
        list.add(.secondAfter, 56, context.after2.broadClass)
        list.add(.joint, 58, label << 32 | word.broadClass)
        list.add(.joint, 59, label << 32 | context.after.broadClass)
    }

    @inline(__always)
    private static func addLabels(_ context: borrowing TaggerContext, to list: inout FeatureList) {
        let (word, label) = (context.word, context.label1)
        let labels = label << 8 | context.label2
        list.add(.joint, 40, label)
        list.add(.joint, 41, labels)
        list.add(.joint, 42, label, word.folded)
        list.add(.joint, 43, label, context.after.folded)
        list.add(.joint, 44, labels, word.folded)
        list.add(.joint, 45, label << 16 | context.after.ambiguity)
        list.add(.joint, 46, label, word.suffixes.2)
        list.add(.joint, 47, labels << 16 | context.after.ambiguity)
        list.add(.joint, 48, label << 32 | word.ambiguity << 16 | context.after.ambiguity)
    }
}

/// The features of a decision as they are put together; each has its template's number in it.
private struct FeatureList {
    let start: UnsafeMutablePointer<UInt64>
    let wanted: TaggerParts
    private(set) var count = 0

    init(start: UnsafeMutablePointer<UInt64>, wanted: TaggerParts) {
        self.start = start
        self.wanted = wanted
    }

    @inline(__always)
    mutating func add(_ part: TaggerParts, _ template: UInt64, _ value: UInt64) {
        guard wanted.contains(part) else { return }
        start[count] = FeatureHash.combine(template, value)
        count &+= 1
    }

    @inline(__always)
    mutating func add(_ part: TaggerParts, _ template: UInt64, _ first: UInt64, _ second: UInt64) {
        guard wanted.contains(part) else { return }
        start[count] = FeatureHash.combine(FeatureHash.combine(template, first), second)
        count &+= 1
    }
}
