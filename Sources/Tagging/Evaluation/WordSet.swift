/// Some words of a text, by their places in it.
package struct WordSet: Hashable, Sendable {
    /// Sorted, each once.
    package private(set) var places: [Int]

    package init(_ places: some Sequence<Int> = []) {
        self.places = Array(Set(places)).sorted()
    }

    package var count: Int { places.count }
    package var isEmpty: Bool { places.isEmpty }

    /// The words that stand in both.
    /// - Complexity: O(*n* + *m*); O(1) when one ends before the other begins.
    package func shared(with other: WordSet) -> [Int] {
        guard let first = places.first, let last = places.last, let otherFirst = other.places.first,
            let otherLast = other.places.last, first <= otherLast, otherFirst <= last
        else { return [] }
        var shared: [Int] = []
        var (index, otherIndex) = (0, 0)
        while index < places.count, otherIndex < other.places.count {
            let (place, otherPlace) = (places[index], other.places[otherIndex])
            if place == otherPlace { shared.append(place) }
            if place <= otherPlace { index += 1 }
            if otherPlace <= place { otherIndex += 1 }
        }
        return shared
    }

    package func meets(_ other: WordSet) -> Bool { !shared(with: other).isEmpty }

    /// 2 × shared ÷ all words of both; 0 when both are empty.
    package func f1(with other: WordSet) -> Double {
        let all = count + other.count
        return all > 0 ? Double(2 * shared(with: other).count) / Double(all) : 0
    }
}
