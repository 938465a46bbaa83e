import Testing
import TextModel

@Suite struct PartitioningTests {
    @Test func equalsTheDefinition() {
        for count in 0...9 {
            let numbers = Array(0..<count)
            for bound in -1...10 {
                #expect(numbers.partitioningIndex { $0 >= bound } == numbers.firstIndex { $0 >= bound } ?? count)
            }
        }
    }

    /// The indices of a slice are those of its base.
    @Test func aSliceKeepsItsIndices() {
        let slice = [5, 6, 7, 8, 9][2...]
        #expect(slice.partitioningIndex { $0 >= 8 } == 3)
        #expect(slice.partitioningIndex { $0 >= 10 } == 5)
    }
}
