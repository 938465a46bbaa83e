/// A text in lower case and without punctuation: equal for repeats of the same words.
///
/// Words are parted by one space. An apostrophe within a word vanishes ("don't" and "don’t" give "dont"); any other mark
/// parts words ("nuclear-enrichment" gives "nuclear enrichment"). Empty when no letter or digit is left.
func canonicalKey(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    var parted = false
    for scalar in text.lowercased().unicodeScalars {
        switch kind(of: scalar) {
        case .kept:
            if parted, !key.isEmpty { key.append(" ") }
            parted = false
            key.append(scalar)
        case .parting: parted = true
        case .dropped: break
        }
    }
    return String(key)
}

private enum ScalarKind { case kept, parting, dropped }

private func kind(of scalar: Unicode.Scalar) -> ScalarKind {
    if scalar.isASCII {
        switch scalar {
        case "a"..."z", "0"..."9": return .kept
        case "'": return .dropped
        default: return .parting
        }
    }
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{00AD}", "\u{200B}"..."\u{200D}", "\u{FEFF}": return .dropped
    default: break
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
        return .kept
    default: return .parting
    }
}
