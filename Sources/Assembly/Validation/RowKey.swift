/// A row's identifier, small: 80 bits for one of ours, the whole text for any other.
enum RowKey: Hashable {
    case compact(high: UInt64, low: UInt32)
    case spelled(String)

    /// "att_", "quo_", … and 16 base32 characters; the prefix becomes part of the number.
    init(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[3] == UInt8(ascii: "_") else {
            self = .spelled(text)
            return
        }
        var high: UInt64 = 0
        var low: UInt32 = 0
        for (index, byte) in bytes[4...].enumerated() {
            let value: UInt8
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a")
            case UInt8(ascii: "2")...UInt8(ascii: "7"): value = byte - UInt8(ascii: "2") + 26
            default:
                self = .spelled(text)
                return
            }
            if index < 12 { high = high << 5 | UInt64(value) } else { low = low << 5 | UInt32(value) }
        }
        switch text.utf8.prefix(3) {
        case let prefix where prefix.elementsEqual("att".utf8): low |= 1 << 20
        case let prefix where prefix.elementsEqual("quo".utf8): low |= 2 << 20
        case let prefix where prefix.elementsEqual("clm".utf8): low |= 3 << 20
        case let prefix where prefix.elementsEqual("spk".utf8): low |= 4 << 20
        case let prefix where prefix.elementsEqual("art".utf8): low |= 5 << 20
        default:
            self = .spelled(text)
            return
        }
        self = .compact(high: high, low: low)
    }
}
