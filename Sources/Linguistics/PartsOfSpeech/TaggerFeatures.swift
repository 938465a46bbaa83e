import Learning

/// A word, its neighbours, and the labels already given: what one decision of the tagger looks at.
struct TaggerContext {
    var before2: TaggerWord
    var before: TaggerWord
    var word: TaggerWord
    var after: TaggerWord
    var after2: TaggerWord
    var isFirst: Bool
    var headline: HeadlineStyle
    /// The labels of the two words before, counted from 1; 0 before the first word.
    var label1: UInt64
    var label2: UInt64
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

/// The features of a decision. Training and serving both come here, so a change needs a new `revision` and new models.
enum TaggerFeatures {
    static let revision = 2
    /// More than any decision has.
    static let capacity = 64

    /// - Returns: how many features were written to `features`, which has room for `capacity`.
    @inline(__always)
    static func write(_ context: borrowing TaggerContext, to features: UnsafeMutablePointer<UInt64>) -> Int {
        var list = FeatureList(start: features)
        let word = context.word
        list.add(1, 0)
        list.add(2, word.folded)
        list.add(3, word.exact)
        list.add(4, word.shape << 1 | (context.isFirst ? 1 : 0))
        let capitalised: UInt64 = word.capitalisation >= 4 && word.capitalisation < 7 ? 1 : 0
        list.add(5, word.suffixes.0 ^ capitalised)
        list.add(6, word.suffixes.1 ^ capitalised)
        list.add(7, word.suffixes.2 ^ capitalised)
        list.add(8, word.suffixes.3 ^ capitalised)
        list.add(9, word.prefixes.0)
        list.add(10, word.prefixes.1)
        list.add(11, word.ambiguity)
        list.add(12, word.dictionary << 3 | word.capitalisation)
        list.add(13, word.dictionary, word.suffixes.1)
        list.add(14, word.wordClass)
        list.add(15, word.wordClass << 3 | word.capitalisation)
        list.add(16, word.capitals << 13 | word.shape << 1 | (context.isFirst ? 1 : 0))
        addNeighbours(context, to: &list)
        addLabels(context, to: &list)
        addUse(context, to: &list)
        return list.count
    }

    @inline(__always)
    private static func addNeighbours(_ context: borrowing TaggerContext, to list: inout FeatureList) {
        let word = context.word
        list.add(20, context.before.folded)
        list.add(21, context.after.folded)
        list.add(22, context.after2.folded)
        list.add(23, context.before.folded, word.folded)
        list.add(24, word.folded, context.after.folded)
        list.add(25, context.after.suffixes.2, context.after.shape)
        list.add(26, context.after.ambiguity)
        list.add(27, context.after.ambiguity << 16 | context.after2.ambiguity)
        list.add(28, word.ambiguity << 16 | context.after.ambiguity)
        list.add(29, context.after.dictionary)
        list.add(30, context.before.wordClass)
        list.add(31, context.after.wordClass)
        list.add(32, word.wordClass << 16 | context.after.wordClass)
        list.add(33, context.before.shape << 16 | word.shape)
        let headline = context.headline.rawValue
        list.add(34, headline << 16 | word.shape << 1 | (context.isFirst ? 1 : 0))
        list.add(35, headline << 32 | word.capitals << 16 | word.shape)
    }

    /// What a far larger text than the training text says of the words.
    @inline(__always)
    private static func addUse(_ context: borrowing TaggerContext, to list: inout FeatureList) {
        let (word, label) = (context.word, context.label1)
        list.add(50, word.broadClass)
        list.add(51, word.capitalClass << 3 | word.capitalisation)
        list.add(52, (word.broadClass & ~7) | word.capitalisation)
        list.add(53, word.habit << 4 | word.capitalisation << 1 | (context.isFirst ? 1 : 0))
        list.add(54, context.before.broadClass)
        list.add(55, context.after.broadClass)
        list.add(56, context.after2.broadClass)
        list.add(58, label << 32 | word.broadClass)
        list.add(59, label << 32 | context.after.broadClass)
    }

    @inline(__always)
    private static func addLabels(_ context: borrowing TaggerContext, to list: inout FeatureList) {
        let (word, label) = (context.word, context.label1)
        let labels = label << 8 | context.label2
        list.add(40, label)
        list.add(41, labels)
        list.add(42, label, word.folded)
        list.add(43, label, context.after.folded)
        list.add(44, labels, word.folded)
        list.add(45, label << 16 | context.after.ambiguity)
        list.add(46, label, word.suffixes.2)
        list.add(47, labels << 16 | context.after.ambiguity)
        list.add(48, label << 32 | word.ambiguity << 16 | context.after.ambiguity)
    }
}

/// The features of a decision as they are put together; each has its template's number in it.
private struct FeatureList {
    let start: UnsafeMutablePointer<UInt64>
    private(set) var count = 0

    init(start: UnsafeMutablePointer<UInt64>) {
        self.start = start
    }

    @inline(__always)
    mutating func add(_ template: UInt64, _ value: UInt64) {
        start[count] = FeatureHash.combine(template, value)
        count &+= 1
    }

    @inline(__always)
    mutating func add(_ template: UInt64, _ first: UInt64, _ second: UInt64) {
        start[count] = FeatureHash.combine(FeatureHash.combine(template, first), second)
        count &+= 1
    }
}
