import Testing

@testable import Aggregation

@Suite struct SlotTableTests {
    /// As hashes come: anywhere, and the same for every number.
    private func hash(_ number: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: (UInt64(number) &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }

    @Test func everyNumberOfAHashIsFoundAndFewOfOthers() {
        let count = 20_000
        var table = SlotTable(capacity: count)
        // Two numbers a hash.
        for number in 0..<count { table.insert(Int32(number), at: hash(number / 2)) }
        var others = 0
        for number in 0..<count / 2 {
            var found: Set<Int32> = []
            table.forEach(at: hash(number)) { found.insert($0) }
            #expect(found.isSuperset(of: [Int32(2 * number), Int32(2 * number + 1)]), "\(number)")
            others += found.count - 2
        }
        #expect(others < count / 10, "\(others)")
    }

    @Test func numbersUpToTheLimit() {
        var table = SlotTable(capacity: 4)
        let numbers = [0, 1, Int32(SlotTable.limit - 1)]
        // With the tag that a free slot would have, too.
        for number in numbers { table.insert(number, at: .max) }
        var found: [Int32] = []
        table.forEach(at: .max) { found.append($0) }
        #expect(found == numbers)
        table.forEach(at: .max - 1) { Issue.record("\($0) is of another hash") }
    }

    @Test func aFullTableTakesNoMore() {
        var table = SlotTable(capacity: 1)
        for number in 0..<100 { table.insert(Int32(number), at: 7) }
        var found: [Int32] = []
        table.forEach(at: 7) { found.append($0) }
        #expect(Set(found) == [0, 1])
    }
}
