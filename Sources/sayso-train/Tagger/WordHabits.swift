import Linguistics
import WordLists

/// How English uses words, counted over far more text than the training text: the list `word-habits`.
struct WordHabits {
    private struct Habit {
        var broadClass: UInt16
        var capitalClass: UInt16
        var use: UInt16
    }

    private var habits: [String: Habit] = [:]

    /// Nothing known.
    init() {}

    /// - Parameter folder: with word-habits.tsv.
    init(lists folder: String) throws(TreebankError) {
        let file = "\(folder)/word-habits.tsv"
        let entries = try PackedFile.read(file).withUnsafeBufferPointer { WordList.parse($0) }
        for (number, fields) in entries.enumerated() {
            let values = fields.dropFirst().compactMap { UInt16($0) }
            guard values.count == 5 else {
                throw .malformedLine(file: file, line: number + 1, reason: "has not five numbers after the word")
            }
            habits[fields[0]] = Habit(
                broadClass: values[0], capitalClass: values[1],
                use: Self.use(rarity: values[2], capital: values[3], capitals: values[4]))
        }
    }

    /// All words, sorted. Lower case.
    var words: [String] { habits.keys.sorted() }

    func add(_ word: String, to traits: inout WordTraits) {
        guard let habit = habits[word] else { return }
        (traits.broadClass, traits.capitalClass, traits.habit) = (habit.broadClass, habit.capitalClass, habit.use)
    }

    /// How frequent in six steps, how often capitalised in eight, whether often all in capitals; from 1.
    private static func use(rarity: UInt16, capital: UInt16, capitals: UInt16) -> UInt16 {
        let frequency = min(max(rarity, 7), 17) / 2 - 3
        let steps: [UInt16] = [2, 7, 15, 35, 65, 90, 98]
        let share = UInt16(steps.count { capital + capitals >= $0 })
        return 1 + (frequency << 4 | share << 1 | (capitals > capital && capitals >= 30 ? 1 : 0))
    }
}
