/// Numbers by hash, four bytes each: asked for a hash, it gives all numbers of that hash, and some of others'.
struct SlotTable: Sendable {
    /// -1 is free.
    private var slots: [Int32]

    /// Many articles under one hash have boilerplate in common: so many are kept, and looked at, and no more.
    private static let longestRun = 128

    /// - Parameter capacity: how many numbers will come at most.
    init(capacity: Int) {
        slots = [Int32](repeating: -1, count: capacity + capacity / 2 + 1)
    }

    private func home(_ hash: UInt32) -> Int { Int((UInt64(hash) * UInt64(slots.count)) >> 32) }

    mutating func insert(_ number: Int32, at hash: UInt32) {
        var slot = home(hash)
        for _ in 0..<Self.longestRun {
            if slots[slot] < 0 {
                slots[slot] = number
                return
            }
            slot = slot + 1 == slots.count ? 0 : slot + 1
        }
    }

    func forEach(at hash: UInt32, _ body: (Int32) -> Void) {
        var slot = home(hash)
        for _ in 0..<Self.longestRun {
            if slots[slot] < 0 { return }
            body(slots[slot])
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
