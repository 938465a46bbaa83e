import Learning

/// What the first reading of an article found, as features for the second: the class that the same word, pair of words
/// or phrase got elsewhere, and where in longer names a word stood ("Kim" at the head of "Kim Yong Chol").
package struct NameMemory {
    /// More than the templates can make.
    private static let capacity = 64

    private var tallies = NameTallies()
    /// For each atom the name it is in, as an index into `names`, or -1.
    private var nameOfAtom: [Int32] = []
    private var names: [(atoms: Range<Int>, classCode: Int)] = []
    /// For each name its phrase's key.
    private var phraseKeys: [UInt64] = []

    package init() {}

    private enum Kind: UInt64 { case word = 1, phrase, pair, acronym }

    @inline(__always)
    private func key(_ kind: Kind, _ value: UInt64) -> UInt64 { FeatureHash.combine(kind.rawValue, value) }

    /// Reads the labels of a whole article.
    /// - Complexity: O(*n*).
    package mutating func learn(
        _ atoms: NameAtoms, _ text: UnsafeBufferPointer<UInt8>, labels: UnsafeBufferPointer<UInt8>
    ) {
        var inNames = 0
        var counted = 0
        for index in 0..<atoms.count {
            if labels[index] != 0 { inNames += 1 }
            if counts(atoms, index, labels[index]) { counted += 1 }
        }
        tallies.reset(roomFor: counted + 4 * inNames)
        nameOfAtom.removeAll(keepingCapacity: true)
        nameOfAtom.append(contentsOf: repeatElement(-1, count: atoms.count))
        names.removeAll(keepingCapacity: true)
        phraseKeys.removeAll(keepingCapacity: true)
        for sentence in atoms.sentences {
            for index in sentence where counts(atoms, index, labels[index]) {
                tallies.update(key(.word, UInt64(atoms.words[index]))) { $0.count(NameLabel.classCode(labels[index])) }
            }
            NameLabel.forEachName(in: labels, sentence) { range, code in addName(range, code, atoms, text) }
        }
    }

    private mutating func addName(
        _ range: Range<Int>, _ code: Int, _ atoms: NameAtoms, _ text: UnsafeBufferPointer<UInt8>
    ) {
        var phrase: UInt64 = 77
        var acronym: UInt64 = 0
        var initials = 0
        for index in range {
            nameOfAtom[index] = Int32(truncatingIfNeeded: names.count)
            phrase = FeatureHash.combine(phrase, UInt64(atoms.words[index]))
            let place = place(of: index, in: range)
            tallies.update(key(.word, UInt64(atoms.words[index]))) { $0.count(code, place: place) }
            if index + 1 < range.upperBound {
                tallies.update(pairKey(atoms, index)) { $0.count(code) }
            }
            let first = text[Int(atoms.starts[index])]
            if first &- 65 < 26, initials < 8 {
                acronym = acronym << 8 | UInt64(first | 0x20)
                initials += 1
            }
        }
        let phraseKey = key(.phrase, phrase)
        tallies.update(phraseKey) { $0.count(code) }
        if initials > 1 { tallies.update(key(.acronym, acronym)) { $0.count(code) } }
        names.append((range, code))
        phraseKeys.append(phraseKey)
    }

    /// Calls `body` with each candidate and what is remembered of it, as features.
    ///
    /// - Parameter labels: those that were learned.
    @inline(__always)
    package func forEachCandidate(
        _ atoms: NameAtoms, _ text: UnsafeBufferPointer<UInt8>, labels: UnsafeBufferPointer<UInt8>,
        _ body: (_ atom: Int, _ features: UnsafeBufferPointer<UInt64>) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.capacity) { buffer in
            guard let out = buffer.baseAddress else { return }
            for sentence in atoms.sentences {
                for atom in sentence where atoms.candidates[atom] != 0 {
                    let count = write(atom, in: sentence, atoms, text, labels: labels, to: out)
                    body(atom, UnsafeBufferPointer(start: out, count: count))
                }
            }
        }
    }

    /// Writes what is remembered of `atom` to `out`, which has room for `capacity`.
    ///
    /// Nothing when the article does not have its words elsewhere: then the first reading stands.
    /// - Parameter labels: those that were learned; the atom's own name is not counted as evidence for itself.
    /// - Returns: how many features.
    @inline(__always)
    private func write(
        _ atom: Int, in sentence: Range<Int>, _ atoms: NameAtoms, _ text: UnsafeBufferPointer<UInt8>,
        labels: UnsafeBufferPointer<UInt8>, to out: UnsafeMutablePointer<UInt64>
    ) -> Int {
        var count = 0
        @inline(__always) func add(_ template: UInt64, _ value: UInt64) {
            out[count] = FeatureHash.combine(template, value)
            count += 1
        }
        let label = UInt64(labels[atom])
        let letterCase = UInt64(atoms.cases[atom])
        let name = Int(nameOfAtom[atom])
        if let tally = tallies[key(.word, UInt64(atoms.words[atom]))] {
            let isCounted = counts(atoms, atom, labels[atom])
            let code = tally.code(without: isCounted ? NameLabel.classCode(labels[atom]) : -1)
            if code != 0 {
                add(102, code)
                add(103, code << 8 | label)
                if !LetterCase.isCapital(atoms.cases[atom]) { add(104, code << 8 | letterCase) }
            }
            let range = name >= 0 ? names[name].atoms : 0..<0
            let places = tally.seenPlaces(
                withoutClass: name >= 0 ? names[name].classCode : -1,
                place: name >= 0 ? place(of: atom, in: range) : 0)
            let own = name >= 0 ? label : label << 8 | letterCase | 1 << 16
            var rest = places
            while rest != 0 {
                add(105, own << 8 | UInt64(rest.trailingZeroBitCount))
                rest &= rest &- 1
            }
            if places != 0 { add(106, own << 20 | places) }
        }
        if name >= 0, let tally = tallies[phraseKeys[name]] {
            let code = tally.code(without: names[name].classCode)
            if code != 0 { add(107, code << 8 | label) }
        }
        for (offset, template) in [(0, UInt64(108)), (-1, 109)]
        where atom + offset >= sentence.lowerBound && atom + offset + 1 < sentence.upperBound {
            let left = atom + offset
            guard let tally = tallies[pairKey(atoms, left)] else { continue }
            let isOwn = nameOfAtom[left] >= 0 && nameOfAtom[left] == nameOfAtom[left + 1]
            let code = tally.code(without: isOwn ? names[Int(nameOfAtom[left])].classCode : -1)
            if code == 0 { continue }
            add(template, code << 8 | label)
            add(template + 2, code)
        }
        if atoms.cases[atom] == LetterCase.capitals, let acronym = acronym(of: atom, atoms, text),
            let tally = tallies[key(.acronym, acronym)]
        {
            add(112, tally.code(without: -1) << 8 | label)
        }
        return count
    }

    /// Whether the atom's word says something about other places: it is capitalised, or in a name.
    @inline(__always)
    private func counts(_ atoms: NameAtoms, _ atom: Int, _ label: UInt8) -> Bool {
        label != 0
            || (LetterCase.isCapital(atoms.cases[atom]) && atoms.inTitle[atom] == 0 && !atoms.isSentenceStart(atom))
    }

    @inline(__always)
    private func pairKey(_ atoms: NameAtoms, _ index: Int) -> UInt64 {
        key(.pair, UInt64(atoms.words[index]) << 32 | UInt64(atoms.words[index + 1]))
    }

    @inline(__always)
    private func place(of atom: Int, in range: Range<Int>) -> Int {
        range.count == 1 ? 3 : atom == range.lowerBound ? 0 : atom == range.upperBound - 1 ? 2 : 1
    }

    private func acronym(of atom: Int, _ atoms: NameAtoms, _ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
        let range = Int(atoms.starts[atom])..<Int(atoms.ends[atom])
        guard range.count > 1, range.count <= 8 else { return nil }
        return range.reduce(0) { $0 << 8 | UInt64(text[$1] | 0x20) }
    }
}
