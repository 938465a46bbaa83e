import TextModel

extension Tokenizer {
    /// A full stop, an ellipsis ("...", ". . .") or a number that begins with its point (".5").
    func period(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int, _ tokens: inout Tokens
    ) -> Int {
        if start + 1 < end, isASCIIDigit(text[start + 1]), mayPrecedeNumber(scalarKind(text, before: start)) {
            let close = number(text, from: start + 1, end, &tokens)
            tokens.starts[tokens.count - 1] = Int32(start)
            return close
        }
        var index = start + 1
        while index < end, text[index] == UInt8(ascii: ".") { index += 1 }
        if index == start + 1 {
            // Three full stops with blanks between; two may end a sentence and begin a name (".NET").
            var spaced = index
            var periods = 1
            while spaced + 1 < end, text[spaced] == UInt8(ascii: " "), text[spaced + 1] == UInt8(ascii: ".") {
                spaced += 2
                periods += 1
            }
            if periods >= 3 { index = spaced }
        }
        tokens.append(index > start + 1 ? .ellipsis : .period, Int32(start), Int32(index))
        return index
    }

    private func mayPrecedeNumber(_ kind: ScalarClass) -> Bool {
        switch kind {
        case .space, .newline, .openBracket, .currency, .hyphen, .dash, .doubleMark, .apostrophe, .singleMark: true
        default: false
        }
    }

    /// "?", "!", "?!", "!!!": one token, a question if it asks at all.
    func questionOrExclamation(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int, _ tokens: inout Tokens
    ) -> Int {
        var index = start
        var asks = false
        while index < end, text[index] == UInt8(ascii: "?") || text[index] == UInt8(ascii: "!") {
            if text[index] == UInt8(ascii: "?") { asks = true }
            index += 1
        }
        tokens.append(asks ? .question : .exclamation, Int32(start), Int32(index))
        return index
    }

    /// A dash, "--", a minus sign, or a hyphen that joins no two words.
    func dash(
        _ text: UnsafeBufferPointer<UInt8>, _ here: Scalar, from start: Int, _ end: Int, _ tokens: inout Tokens
    ) -> Int {
        let single = start + here.length
        var index = single
        if here.kind == .hyphen {
            while index < end, text[index] == UInt8(ascii: "-") { index += 1 }
        }
        let before = scalarKind(text, before: start)
        let after = index < end ? scalar(text, index).kind : .space
        let isDash: Bool
        if here.kind == .hyphen {
            isDash = index > single || (before.isBlank && after.isBlank)
        } else if text[start + 2] == 0x93 {
            // An en dash joins a compound of names or numbers ("Kim–Trump") or stands for a minus ("–5").
            let joins = before.isWordly && index < end && (startsUppercase(text, index) || after == .digit)
            isDash = !joins && !(before.isBlank && after == .digit)
        } else {
            isDash = true
        }
        tokens.append(isDash ? .dash : .other, Int32(start), Int32(index))
        return index
    }

    /// A symbol, a run of one ("***", "====") or an emoji with all that joins it.
    func symbol(
        _ text: UnsafeBufferPointer<UInt8>, _ here: Scalar, from start: Int, _ end: Int, _ tokens: inout Tokens
    ) -> Int {
        var index = start + here.length
        if here.length == 1 {
            while index < end, text[index] == text[start] { index += 1 }
        } else {
            if isRegionalIndicator(text, start), index + 4 <= end, isRegionalIndicator(text, index) { index += 4 }
            while index < end, let length = joiningLength(text, index, end) { index += length }
        }
        index = min(index, end)
        tokens.append(.other, Int32(start), Int32(index))
        return index
    }

    /// Half a flag: U+1F1E6 to U+1F1FF.
    private func isRegionalIndicator(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        text[index] == 0xF0 && text[index + 1] == 0x9F && text[index + 2] == 0x87 && text[index + 3] >= 0xA6
    }

    /// The length of what goes on with the symbol before `index`: variation selectors, combining marks, skin tones,
    /// tags, and a joiner with the symbol after it.
    private func joiningLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int? {
        let left = end - index
        switch text[index] {
        case 0xCC where left >= 2: return 2
        case 0xCD where left >= 2 && text[index + 1] < 0xB0: return 2
        case 0xEF where left >= 3 && text[index + 1] == 0xB8 && text[index + 2] < 0x90: return 3
        case 0xE2 where left >= 3 && text[index + 1] == 0x83 && text[index + 2] >= 0x90: return 3
        case 0xE2 where left >= 3 && text[index + 1] == 0x80 && text[index + 2] == 0x8D:
            let next = index + 3
            guard next < end, case let joined = scalar(text, next), joined.kind == .other else { return 3 }
            return 3 + joined.length
        case 0xF0 where left >= 4 && text[index + 1] == 0x9F && text[index + 2] == 0x8F && text[index + 3] >= 0xBB:
            return 4
        case 0xF3 where left >= 4 && text[index + 1] == 0xA0: return 4
        default: return nil
        }
    }
}
