import TextModel
import WordLists

/// Leaves out the blocks that are no part of the article although they stand in it: share bars, "Read more", lists of
/// links, everything under "Related stories".
struct BlockFilter: Sendable {
    private let wholeBlocks: WordTable
    private let beginnings: [[UInt8]]
    private let sections: [[UInt8]]
    private let sectionTitles: WordTable

    static let shared = BlockFilter()

    /// From the list `page-phrases`.
    init() {
        let entries = WordList(named: "page-phrases").entries.filter { $0.count == 2 }
        func phrases(_ kind: String) -> [String] { entries.filter { $0[1] == kind }.map { $0[0] } }
        wholeBlocks = WordTable(phrases("block").map { ($0, 1) })
        beginnings = phrases("beginning").map { Array($0.utf8) }
        sections = phrases("section").map { Array($0.utf8) }
        sectionTitles = WordTable(phrases("title").map { ($0, 1) })
    }

    func article(_ blocks: [PageBlock]) -> [PageBlock] {
        var kept: [PageBlock] = []
        /// The level of the heading whose section is left out.
        var skippedLevel: Int?
        for (index, block) in blocks.enumerated() {
            if let level = block.headingLevel {
                if let skipped = skippedLevel, level > skipped { continue }
                skippedLevel = nil
                if beginsAsideSection(block) {
                    skippedLevel = level
                    continue
                }
            } else if skippedLevel != nil {
                continue
            }
            let next = index + 1 < blocks.count ? blocks[index + 1] : nil
            if belongs(block, next: next) { kept.append(block) }
        }
        kept = Self.withInitials(Self.withoutGalleries(kept))
        removeEnding(&kept)
        return kept
    }

    /// As many captions in a row are a picture gallery, which tells its own story.
    private static let gallery = 6

    private static func withoutGalleries(_ blocks: [PageBlock]) -> [PageBlock] {
        var kept: [PageBlock] = []
        var index = 0
        while index < blocks.count {
            var end = index
            while end < blocks.count, blocks[end].kind != .paragraph, blocks[end].kind != .dek { end += 1 }
            let captions = blocks[index..<end].count { $0.kind == .caption }
            if captions < gallery {
                end = max(end, index + 1)
                kept += blocks[index..<end]
            } else if index == 0, let title = blocks.first, title.kind == .headline {
                kept.append(title)
            }
            index = end
        }
        return kept
    }

    /// An ornamental initial is often an element of its own: "T" and "he mayor said".
    private static func withInitials(_ blocks: [PageBlock]) -> [PageBlock] {
        var kept: [PageBlock] = []
        for var block in blocks {
            if let last = kept.last, last.kind == .paragraph, block.kind == .paragraph, last.bytes.count == 1,
                let letter = last.bytes.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter),
                let next = block.bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next)
            {
                block.bytes.insert(letter, at: 0)
                kept.removeLast()
            }
            kept.append(block)
        }
        return kept
    }

    /// Removes what follows the last words of an article: notes in italics (who the author is, where to subscribe), and
    /// headings that nothing follows.
    private func removeEnding(_ blocks: inout [PageBlock]) {
        let all = blocks.reduce(0) { $0 + $1.bytes.count }
        var removed = 0
        while let last = blocks.last, blocks.count > 1 {
            let isNote = last.isItalic && last.headingLevel == nil && last.quotation == nil
            guard last.headingLevel != nil || isNote, (removed + last.bytes.count) * 4 <= all else { return }
            removed += last.bytes.count
            blocks.removeLast()
        }
    }

    private func belongs(_ block: PageBlock, next: PageBlock?) -> Bool {
        let count = block.bytes.count
        if block.kind == .byline || block.isTime { return false }
        if isPhrase(block) { return false }
        // Links are no text, but a sentence may have some.
        if block.linkBytes * 10 >= count * 8, block.headingLevel == nil { return count >= 200 && block.name == .p }
        if block.linkBytes * 2 >= count, block.name != .p, block.headingLevel == nil { return false }
        return true
    }

    private func isPhrase(_ block: PageBlock) -> Bool {
        guard block.bytes.count <= 160 else { return false }
        return block.bytes.withUnsafeBufferPointer { bytes in
            wholeBlocks.value(in: bytes, Self.words(bytes)) != nil
                || beginnings.contains { Self.begins(bytes, with: $0) }
        }
    }

    private func beginsAsideSection(_ block: PageBlock) -> Bool {
        guard block.bytes.count <= 80 else { return false }
        return block.bytes.withUnsafeBufferPointer { bytes in
            sectionTitles.value(in: bytes, Self.words(bytes)) != nil
                || sections.contains { Self.begins(bytes, with: $0) }
        }
    }

    /// Without marks at either end: "- Read more:" is "Read more".
    private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var (start, end) = (0, bytes.count)
        while end > start, !isLetterOrDigit(bytes[end - 1]) { end -= 1 }
        while start < end, !isLetterOrDigit(bytes[start]) { start += 1 }
        return start..<end
    }

    /// A whole word or phrase at the beginning, whatever the case of ASCII letters.
    private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, with phrase: [UInt8]) -> Bool {
        guard bytes.count >= phrase.count else { return false }
        for index in phrase.indices {
            let byte = bytes[index]
            let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
            if lower != phrase[index] { return false }
        }
        return bytes.count == phrase.count || !isLetterOrDigit(bytes[phrase.count])
            || !isLetterOrDigit(phrase.last ?? 0)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
