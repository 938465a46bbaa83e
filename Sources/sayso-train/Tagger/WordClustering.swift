import Foundation

/// Sorts words into classes by the words that stand beside them: the exchange algorithm (Martin, Liermann and Ney
/// 1998), which moves one word after another to the class that makes the text likeliest under a bigram model of
/// classes. No chance is in it; the same text gives the same classes.
struct WordClustering {
    private typealias Neighbour = (word: Int, count: Int)

    /// Two more than asked for: the sentence's edge is alone in class 0, all rare words are in class 1.
    private let classCount: Int
    private var classes: [Int]
    private let left: [[Neighbour]]
    private let right: [[Neighbour]]
    /// How often class *b* follows class *a*, at *a* × classCount + *b*.
    private var pairs: [Int]
    private var totals: [Int]

    /// - Parameters:
    ///   - sentences: words as numbers from 0, the frequent ones first.
    ///   - wordCount: how many words take part; words with higher numbers are rare.
    /// - Returns: for each of the words its class, from 1.
    /// - Complexity: O(words × classes × distinct neighbour classes) a round.
    static func classes(of sentences: [[Int]], wordCount: Int, classCount: Int, rounds: Int = 12) -> [Int] {
        var clustering = WordClustering(sentences, wordCount, classCount)
        for _ in 0..<rounds {
            let moved = clustering.moveWords()
            if moved * 200 < wordCount { break }
        }
        return clustering.classes.dropFirst(2).map { $0 - 1 }
    }

    private init(_ sentences: [[Int]], _ wordCount: Int, _ asked: Int) {
        classCount = asked + 2
        let count = classCount
        classes = [0, 1] + (0..<wordCount).map { 2 + $0 % asked }
        var counts: [Int: Int] = [:]
        for sentence in sentences {
            var previous = 0
            for word in sentence.map({ $0 < wordCount ? $0 + 2 : 1 }) + [0] {
                counts[previous << 32 | word, default: 0] += 1
                previous = word
            }
        }
        var left = [[Neighbour]](repeating: [], count: wordCount + 2)
        var right = left
        for (pair, count) in counts.sorted(by: { $0.key < $1.key }) {
            right[pair >> 32].append((pair & 0xFFFF_FFFF, count))
            left[pair & 0xFFFF_FFFF].append((pair >> 32, count))
        }
        pairs = Array(repeating: 0, count: count * count)
        totals = Array(repeating: 0, count: count)
        for (word, neighbours) in right.enumerated() {
            for next in neighbours {
                pairs[classes[word] * count + classes[next.word]] += next.count
                totals[classes[word]] += next.count
            }
        }
        self.left = left
        self.right = right
    }

    /// - Returns: how many words changed their class.
    private mutating func moveWords() -> Int {
        var moved = 0
        for word in 2..<classes.count {
            let before = countsByClass(left[word], without: word)
            let after = countsByClass(right[word], without: word)
            let itself = right[word].first { $0.word == word }?.count ?? 0
            let total = right[word].reduce(0) { $0 + $1.count }
            let old = classes[word]
            add(-1, to: old, before, after, itself, total)
            var best = old
            var most = -Double.infinity
            for candidate in 2..<classCount {
                let gain = gain(of: candidate, before, after, itself, total)
                if gain > most + 1e-9 { (best, most) = (candidate, gain) }
            }
            add(1, to: best, before, after, itself, total)
            classes[word] = best
            if best != old { moved += 1 }
        }
        return moved
    }

    private func countsByClass(_ neighbours: [Neighbour], without word: Int) -> [(name: Int, count: Int)] {
        var counts: [Int: Int] = [:]
        for neighbour in neighbours where neighbour.word != word {
            counts[classes[neighbour.word], default: 0] += neighbour.count
        }
        return counts.sorted { $0.key < $1.key }.map { (name: $0.key, count: $0.value) }
    }

    private mutating func add(
        _ sign: Int, to name: Int, _ before: [(name: Int, count: Int)], _ after: [(name: Int, count: Int)],
        _ itself: Int,
        _ total: Int
    ) {
        for left in before { pairs[left.name * classCount + name] += sign * left.count }
        for right in after { pairs[name * classCount + right.name] += sign * right.count }
        pairs[name * classCount + name] += sign * itself
        totals[name] += sign * total
    }

    /// How much likelier the text gets when a word of these neighbours joins a class.
    private func gain(
        of name: Int, _ before: [(name: Int, count: Int)], _ after: [(name: Int, count: Int)], _ itself: Int,
        _ total: Int
    ) -> Double {
        var gain = 0.0
        var own = itself
        for left in before {
            if left.name == name { own += left.count; continue }
            let pair = pairs[left.name * classCount + name]
            gain += Self.entropy(pair + left.count) - Self.entropy(pair)
        }
        for right in after {
            if right.name == name { own += right.count; continue }
            let pair = pairs[name * classCount + right.name]
            gain += Self.entropy(pair + right.count) - Self.entropy(pair)
        }
        let pair = pairs[name * classCount + name]
        gain += Self.entropy(pair + own) - Self.entropy(pair)
        return gain - 2 * (Self.entropy(totals[name] + total) - Self.entropy(totals[name]))
    }

    private static let entropies = (0..<(1 << 16)).map { $0 == 0 ? 0 : Double($0) * log(Double($0)) }

    /// *n* log *n*.
    private static func entropy(_ count: Int) -> Double {
        if count < 1 << 16 { return entropies[max(0, count)] }
        return Double(count) * log(Double(count))
    }
}
