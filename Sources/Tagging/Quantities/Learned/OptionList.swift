/// A few indices, held in place: what a choice is made from is listed at every number.
struct OptionList: RandomAccessCollection, BitwiseCopyable {
    /// No choice has more options.
    static let capacity = 8

    private var places = SIMD8<Int32>.zero
    private(set) var count = 0

    init() {}

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> Int { Int(places[index]) }

    /// - Precondition: it is not full.
    @inline(__always)
    mutating func append(_ option: Int) {
        places[count] = Int32(truncatingIfNeeded: option)
        count += 1
    }

    /// Those that are kept, in order.
    @inline(__always)
    func kept(where keeps: (Int) -> Bool) -> OptionList {
        var kept = OptionList()
        for index in 0..<count where keeps(self[index]) { kept.append(self[index]) }
        return kept
    }
}
