import TextModel

/// Completes a number by the one before it: what stands in parallel to a quantity shares its unit, noun or bound.
///
/// - Complexity: O(1) a quantity: at most `reach` atoms between the two are looked at.
enum Parallels {
    /// In atoms: two halves of a comparison stand no farther apart.
    private static let reach = 24

    static func complete(_ quantity: inout Quantity, after last: Quantity, in passage: Passage) {
        guard isIncomplete(quantity, passage), leads(quantity, last, passage) else { return }
        if last.unit.isEmpty {
            guard last.amount.isCount else { return }
            quantity.counted = last.counted
        } else {
            quantity.unit = last.unit
            quantity.kind = last.kind
            quantity.scaled = last.scaled
            quantity.unitAtoms = last.unitAtoms
            quantity.amount.unit = last.amount.unit
        }
    }

    /// "$6 (£4.46)": in brackets right behind an amount in another unit.
    static func isConversion(_ quantity: Quantity, of last: Quantity, _ passage: Passage) -> Bool {
        quantity.atoms.lowerBound == last.atoms.upperBound + 1 && passage.is(last.atoms.upperBound, .openBracket)
            && quantity.amount.unit != nil && quantity.unit != last.unit && quantity.kind == last.kind
            && passage.vocabulary.scale(of: quantity)?.baseUnit == passage.vocabulary.scale(of: last)?.baseUnit
    }

    /// "lower than 8.9 ksi (61.4 MPa)" bounds both.
    static func convert(_ quantity: inout Quantity, from last: Quantity) {
        quantity.isConversion = true
        if quantity.bound == .exact, quantity.amount.bound == .exact, last.amount.bound == .exact {
            quantity.bound = last.bound
        }
    }

    /// A number in digits behind which neither a unit nor a noun stands.
    private static func isIncomplete(_ quantity: Quantity, _ passage: Passage) -> Bool {
        guard quantity.unit.isEmpty, quantity.counted == nil, quantity.amount.isCount, !quantity.amount.isRatio,
            quantity.amount.numeral.traits.contains(.digits), !quantity.amount.isCompound
        else { return false }
        let next = quantity.atoms.upperBound
        return passage.isBreak(next) || passage.wordClasses(next).hasAny(.clauseEdge)
    }

    /// The words between say that the two are parts of one comparison or list.
    private static func leads(_ quantity: Quantity, _ last: Quantity, _ passage: Passage) -> Bool {
        guard last.atoms.upperBound < quantity.atoms.lowerBound else { return false }
        let gap = last.atoms.upperBound..<quantity.atoms.lowerBound
        guard !gap.isEmpty, gap.count <= reach, last.amount.isCount || last.amount.unit != nil, !last.amount.isAge
        else {
            return false
        }
        let isPercent = last.amount.unit.map { passage.vocabulary.units[$0].isPercent } ?? false
        let before = gap.upperBound - 1
        let isLevel = passage.has(before, .to) && gap.count == 1
        // "rose 64 points to 4,577", but not "rose 3% to 4,577"
        if isLevel, passage.has(last.atoms.lowerBound - 1, .from) { return true }
        if isLevel { return !isPercent && last.change != .none && last.kind == .measure }
        if isPercent { return passage.has(before, .by) && quantity.change != .none }
        guard gap.contains(where: { passage.has($0, [.and, .or, .to]) || passage.readsAny($0, links) }) else {
            return false
        }
        return !gap.contains { passage.is($0, .period) || passage.is($0, .semicolon) } && isComparable(quantity, last)
    }

    private static let links: [StaticString] = [
        "while", "but", "compared", "versus", "vs", "against", "than", "down", "up", "from",
    ]

    /// Within a factor of ten of each other.
    private static func isComparable(_ quantity: Quantity, _ last: Quantity) -> Bool {
        guard let small = min(quantity.amount.high, last.amount.high).multiplied(by: DecimalNumber(10)) else {
            return false
        }
        return small > DecimalNumber(0) && max(quantity.amount.high, last.amount.high) < small
    }
}
