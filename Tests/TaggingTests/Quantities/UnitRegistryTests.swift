import Testing
import TextModel
import WordLists

@testable import Tagging

@Suite struct UnitRegistryTests {
    private static let vocabulary = QuantityVocabulary()

    @Test func itIsLarge() {
        #expect(WordList(named: "units").entries.count >= 300)
        #expect(WordList(named: "currencies").entries.count >= 150)
        #expect(Self.vocabulary.units.count { $0.scale != nil } >= 250)
    }

    @Test func everyLineIsWellFormed() {
        let dimensions = Set(WordList(named: "dimensions").entries.map { $0[0] })
        for fields in WordList(named: "units").entries {
            #expect(QuantityKind(rawValue: fields[1]) != nil, "\(fields)")
            #expect(!fields[3].isEmpty || !fields[4].isEmpty, "\(fields[0]) has neither name nor symbol")
            guard fields.count > 5, !fields[5].isEmpty else { continue }
            #expect(dimensions.contains(fields[2]), "\(fields[0]) is of \(fields[2]), which has no base unit")
            #expect(
                Self.vocabulary.unit(named: fields[0]).map { Self.vocabulary.units[$0].scale != nil } == true,
                "\(fields)")
        }
    }

    /// A base unit that is in the registry is worth one of itself.
    @Test func baseUnitsAreOne() {
        for unit in Self.vocabulary.units where unit.scale?.baseUnit == unit.name {
            #expect(unit.scale?.factor == DecimalNumber(1), "\(unit.name)")
        }
    }

    @Test(arguments: [
        ("mile", "1609.344"), ("acre", "4046.8564224"), ("kiloton", "4184000000000"), ("inch", "0.0254"),
        ("kilowatt hour", "3600000"), ("parsec", "30856775814913700"),
        ("electronvolt", "0.0000000000000000001602176634"),
    ])
    func oneIsWorth(_ row: (unit: String, base: String)) throws {
        let unit = try #require(Self.vocabulary.unit(named: row.unit))
        let scale = try #require(Self.vocabulary.units[unit].scale)
        #expect(scale.inBase(DecimalNumber(1), isDifference: false)?.description == row.base)
    }

    @Test func absentUnitsAreNil() {
        #expect(Self.vocabulary.unit(named: "smoot") == nil)
        #expect(Self.vocabulary.names(ofUnit: "smoot") == ["smoot"])
        #expect(Self.vocabulary.names(ofUnit: "EUR").contains("euro"))
    }
}
