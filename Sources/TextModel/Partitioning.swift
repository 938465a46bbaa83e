extension RandomAccessCollection where Index == Int {
    /// The first index from which on all elements belong, which none before does; `endIndex` where none does.
    /// - Complexity: O(log *n*).
    @inlinable package func partitioningIndex(where belongs: (Element) throws -> Bool) rethrows -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if try belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
