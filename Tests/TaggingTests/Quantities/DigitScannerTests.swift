import Testing
import TextModel

@testable import Tagging

@Suite struct DigitScannerTests {
    static let read: [(value: String, surfaces: [String])] = [
        ("10000", ["10,000", "10000"]), ("1234.5", ["1,234.5", "1234.50"]), ("0.1", ["0.1", ".1", "0.10"]),
        ("1234567", ["1,234,567", "12,34,567"]), ("123456", ["1,23,456", "123,456"]),
        ("1234.56", ["1.234,56", "1,234.56"]),
        ("999999999999999999", ["999999999999999999"]), ("0", ["0", "0.0"]),
    ]

    @Test(arguments: read)
    func reads(_ row: (value: String, surfaces: [String])) {
        for surface in row.surfaces { #expect(scan(surface)?.description == row.value, "\(surface)") }
    }

    @Test(arguments: [
        "1,3", "1,2345", "1.234.567", "192.168.1.2", "007", "1,23,45", "1.234,567", "12345678901234567890", "1,1,1,1",
    ])
    func leavesAlone(_ surface: String) { #expect(scan(surface) == nil) }

    @Test func quotientsHaveFifteenDigits() {
        #expect(DecimalNumber.quotient(1, 3).description == "0.333333333333333")
        #expect(DecimalNumber.quotient(2, 3).description == "0.666666666666667")
        #expect(DecimalNumber.quotient(1, 8).description == "0.125")
        #expect(DecimalNumber.quotient(0, 8) == .zero)
    }

    private func scan(_ surface: String) -> DecimalNumber? {
        Array(surface.utf8).withUnsafeBufferPointer { text in
            let (number, end) = DigitScanner.scan(text, from: 0, to: text.count)
            #expect(end == text.count)
            return number
        }
    }
}
