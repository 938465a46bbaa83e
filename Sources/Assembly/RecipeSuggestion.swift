/// Finds the name that somebody most likely meant.
enum RecipeSuggestion {
    /// - Returns: the nearest of `names` when about a third of its letters differ at most, the first of several; else nil.
    static func nearest(to word: String, among names: [String]) -> String? {
        let folded = fold(word)
        let best = names.map { (name: $0, distance: distance(folded, fold($0))) }.min { $0.distance < $1.distance }
        guard let best, best.distance <= max(1, (best.name.count + 1) / 3) else { return nil }
        return best.name
    }

    /// "keepGenerations", "Keep-Generations" and "keep generations" are all near "keep_generations".
    private static func fold(_ word: String) -> [UInt8] {
        word.prefix(64).lowercased().utf8.filter { !"_- ".utf8.contains($0) }
    }

    /// How many letters to insert, drop, replace or swap with their neighbour (optimal string alignment).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var before: [Int] = []
        var above = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                var cost = min(above[j + 1], row[j]) + 1
                cost = min(cost, above[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, before[j - 1] + 1)
                }
                row.append(cost)
            }
            before = above
            above = row
        }
        return above[right.count]
    }
}
