/// Numbers by hash, four bytes each: asked for a hash, it gives all numbers of that hash, and a few of others'.
struct SlotTable: Sendable {
    /// A number, and below it five bits of its hash, so that most of the others are passed over.
    private var slots: [UInt32]

    private static let free = UInt32.max
    private static let tagBits: UInt32 = 5
    /// How many different numbers there may be.
    static let limit = Int(UInt32.max >> tagBits)

    /// Many articles under one hash have boilerplate in common: so many are kept, and looked at, and no more.
    private static let longestRun = 128

    /// - Parameter capacity: how many numbers will come at most.
    init(capacity: Int) {
        slots = [UInt32](repeating: Self.free, count: capacity + capacity / 2 + 1)
    }

    private func home(_ hash: UInt32) -> Int { Int((UInt64(hash) * UInt64(slots.count)) >> 32) }

    /// Of the lowest bits, since the highest ones give the home.
    private static func tag(_ hash: UInt32) -> UInt32 { hash & (1 << tagBits - 1) }

    /// - Parameter number: 0 or more, and less than `limit`.
    mutating func insert(_ number: Int32, at hash: UInt32) {
        var slot = home(hash)
        for _ in 0..<Self.longestRun {
            if slots[slot] == Self.free {
                slots[slot] = UInt32(number) << Self.tagBits | Self.tag(hash)
                return
            }
            slot = slot + 1 == slots.count ? 0 : slot + 1
        }
    }

    func forEach(at hash: UInt32, _ body: (Int32) -> Void) {
        let tag = Self.tag(hash)
        var slot = home(hash)
        for _ in 0..<Self.longestRun {
            let found = slots[slot]
            if found == Self.free { return }
            if Self.tag(found) == tag { body(Int32(found >> Self.tagBits)) }
            slot = slot + 1 == slots.count ? 0 : slot + 1
        }
    }
}

/// Numbers by the key of an address; twelve bytes each.
struct AddressTable: Sendable {
    private var keys: [UInt64]
    /// -1 is free.
    private var numbers: [Int32]
    private var count = 0
    private let capacity: Int

    /// - Parameter capacity: how many keys will come at most; later ones are left out.
    init(capacity: Int) {
        self.capacity = capacity
        keys = [UInt64](repeating: 0, count: capacity + capacity / 2 + 1)
        numbers = [Int32](repeating: -1, count: keys.count)
    }

    func value(of key: UInt64) -> Int32? {
        let slot = slot(of: key)
        return numbers[slot] < 0 ? nil : numbers[slot]
    }

    mutating func set(_ number: Int32, of key: UInt64) {
        let slot = slot(of: key)
        guard numbers[slot] >= 0 || count < capacity else { return }
        if numbers[slot] < 0 { count += 1 }
        keys[slot] = key
        numbers[slot] = number
    }

    /// Where the key is, or would be.
    private func slot(of key: UInt64) -> Int {
        var slot = Int(key.multipliedFullWidth(by: UInt64(keys.count)).high)
        while numbers[slot] >= 0, keys[slot] != key { slot = slot + 1 == keys.count ? 0 : slot + 1 }
        return slot
    }
}

/// Texts one after the other in one run of bytes: no more than four bytes each besides their own.
struct PackedTexts: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    var count: Int { ends.count }

    mutating func append(_ text: String) {
        bytes += text.utf8
        ends.append(UInt32(bytes.count))
    }

    subscript(index: Int) -> String {
        String(decoding: bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])], as: UTF8.self)
    }
}
