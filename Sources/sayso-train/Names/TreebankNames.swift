import Linguistics

/// Names from treebanks: with classes where entities are annotated (GUM), as hints from proper nouns where not (EWT).
struct TreebankNames {
    let words: NameWords
    private let treebank: Treebank

    init(_ treebank: Treebank, _ words: NameWords) {
        self.treebank = treebank
        self.words = words
    }

    private func form(_ word: Int) -> String { String(treebank.form(word).filter { $0 != " " }) }
    private func tag(_ word: Int) -> String { treebank.pennTags[word] }
    private func isProper(_ word: Int) -> Bool { tag(word) == "NNP" || tag(word) == "NNPS" }
    private func isCapitalised(_ word: Int) -> Bool { form(word).first?.isUppercase ?? false }

    /// Documents whose names are the runs of proper nouns around the heads of entity mentions.
    func entities() -> [NameDocument] {
        treebank.documents.map { document in
            var result = NameDocument()
            for sentence in document {
                let range = treebank.sentences[sentence]
                result.append(entityWords(range))
            }
            return result
        }
    }

    /// Documents without classes: proper nouns are likely in names, what may join them perhaps, all else never.
    func hints() -> [NameDocument] {
        treebank.documents.map { document in
            var result = NameDocument()
            for sentence in document {
                result.append(
                    treebank.sentences[sentence].map { word in
                        NameDocument.Word(
                            form: form(word), nameClass: nil, hint: hint(word, treebank.sentences[sentence]))
                    })
            }
            return result
        }
    }

    private func hint(_ word: Int, _ sentence: Range<Int>) -> NameDocument.Hint {
        let form = form(word)
        if isProper(word) {
            return NameDocument.Hint(
                chance: words.has(form, "time") ? .perhaps : .likely, joinsNext: joinsNext(word, sentence))
        }
        if words.has(form, "demonym") || tag(word) == "CD" { return NameDocument.Hint(chance: .perhaps) }
        let isInner = word > sentence.lowerBound && word + 1 < sentence.upperBound
        return NameDocument.Hint(
            chance: isInner && Self.joining.contains(form.lowercased()) ? .perhaps : .never)
    }

    /// Whether the syntax makes two neighbouring proper nouns one phrase; nil when the next word is none.
    private func joinsNext(_ word: Int, _ sentence: Range<Int>) -> Bool? {
        let next = word + 1
        guard next < sentence.upperBound, isProper(next) else { return nil }
        let (head, nextHead) = (Int(treebank.heads[word]), Int(treebank.heads[next]))
        func isInner(_ word: Int) -> Bool {
            let relation = treebank.relations[word]
            return relation.hasPrefix("flat") || relation.hasPrefix("compound") || relation == "amod"
        }
        if head == next { return isInner(word) }
        if nextHead == word { return isInner(next) }
        return head == nextHead && isInner(word) && isInner(next)
    }

    private static let joining: Set<String> = [
        "of", "for", "the", "and", "&", "de", "la", "in", "on", "-", "'s", ",", "al", "van", "von", "bin",
    ]

    // MARK: Entities

    private struct Mention {
        var range: Range<Int>
        var head: Int
        /// Nil for a time.
        var nameClass: NameClass?
    }

    private func entityWords(_ sentence: Range<Int>) -> [NameDocument.Word] {
        var result = sentence.map { NameDocument.Word(form: form($0), nameClass: nil) }
        let mentions = mentions(in: sentence).sorted {
            ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound)
        }
        for mention in mentions {
            guard let nameClass = mention.nameClass, mention.range.contains(mention.head), isProper(mention.head),
                result[mention.head - sentence.lowerBound].nameClass == nil
            else { continue }
            let name = name(of: mention, nameClass)
            let places = (name.lowerBound - sentence.lowerBound)..<(name.upperBound - sentence.lowerBound)
            guard result[places].allSatisfy({ $0.nameClass == nil }) else { continue }
            for place in places { result[place].nameClass = nameClass }
            if let first = places.first { result[first].begins = true }
        }
        for (place, word) in sentence.enumerated()
        where result[place].nameClass == nil && isCapitalised(word) && words.has(form(word), "demonym") {
            result[place].nameClass = .nationality
            result[place].begins = true
        }
        return result
    }

    /// The proper nouns around the head: over "of" and the like, without a title before a person's name.
    private func name(of mention: Mention, _ nameClass: NameClass) -> Range<Int> {
        let range = mention.range
        func belongs(_ word: Int) -> Bool {
            if isProper(word) { return true }
            if form(word) == "-" {
                return (word + 1 < range.upperBound && isProper(word + 1))
                    || (word > range.lowerBound && isProper(word - 1))
            }
            return tag(word) == "CD" && word > range.lowerBound
        }
        var start = mention.head
        while start > range.lowerBound {
            if belongs(start - 1) {
                start -= 1
            } else if nameClass != .person, start - 2 >= range.lowerBound, isCapitalised(start - 2),
                ["of", "for", "and", "&", "de"].contains(form(start - 1)),
                !(form(start - 1) == "and" && nameClass == .place)
            {
                start -= 2
            } else {
                break
            }
        }
        var end = mention.head + 1
        while end < range.upperBound {
            if belongs(end) {
                end += 1
                continue
            }
            var next = end
            while next < range.upperBound, next - end < 2,
                ["of", "for", "the", "and", "&", "de", "la", "on"].contains(form(next).lowercased())
            {
                next += 1
            }
            guard next > end, next < range.upperBound, isProper(next), nameClass != .person,
                !(form(end) == "and" && nameClass == .place)
            else { break }
            end = next + 1
        }
        while nameClass == .person, start < mention.head,
            words.has(form(start).filter { $0 != "." }, "title") || words.has(form(start), "role")
        {
            start += 1
        }
        return start..<end
    }

    /// "(12-person-…-1,2-…" opens a mention whose head is its first word, "12)" closes it.
    private func mentions(in sentence: Range<Int>) -> [Mention] {
        var mentions: [Mention] = []
        var open: [(group: Substring, type: Substring, head: Int, start: Int)] = []
        func close(_ index: Int, _ word: Int) {
            let mention = open.remove(at: index)
            let nameClass: NameClass? =
                switch mention.type {
                case "person": .person
                case "organization": .organization
                case "place": .place
                case "time": nil
                default: .other
                }
            mentions.append(
                Mention(range: mention.start..<(word + 1), head: mention.start + mention.head - 1, nameClass: nameClass)
            )
        }
        for word in sentence {
            guard let remark = treebank.remarks[word].split(separator: "|").first(where: { $0.hasPrefix("Entity=") })
            else { continue }
            var rest = remark.dropFirst("Entity=".count)
            while let first = rest.first {
                let opens = first == "("
                if opens { rest = rest.dropFirst() }
                let part = rest.prefix { $0 != "(" && $0 != ")" }
                rest = rest.dropFirst(part.count)
                let closes = rest.first == ")"
                if closes { rest = rest.dropFirst() }
                if opens {
                    let fields = part.split(separator: "-")
                    guard fields.count > 1 else { continue }
                    let head = fields.count > 5 ? Int(fields[5].prefix { $0 != "," }) ?? 1 : 1
                    open.append((fields[0], fields[1], head, word))
                    if closes { close(open.count - 1, word) }
                } else if let index = open.lastIndex(where: { $0.group == part }) {
                    close(index, word)
                } else if !closes {
                    break
                }
            }
        }
        return mentions
    }
}
