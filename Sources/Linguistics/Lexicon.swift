import TextModel
import WordLists

/// The embedded word lists as one table of word forms, and the classes and lemmas that each form can have.
///
/// Building it reads every list once; share one value.
package struct Lexicon: Sendable {
    private struct Entry {
        var classes: WordClasses
        var verb: Int32 = -1
        var noun: Int32 = -1
    }

    /// What a word's form says of it.
    package struct Found: BitwiseCopyable {
        fileprivate var classes: WordClasses = []
        fileprivate var form: Int32 = -1
        fileprivate var verb: Int32 = -1
        fileprivate var noun: Int32 = -1
    }

    package static func makeMemory() -> WordMemory<Found> { WordMemory(Found()) }

    private let table: WordTable
    private let entries: [Entry]
    /// The forms from here on are numbered and no more.
    private let describedFormCount: Int32
    /// Dictionary forms; `Words.verbs` and `Words.nouns` index them.
    package let lemmas: [String]
    private let verbAttitudes: [Int32: Attitude]
    private let nounAttitudes: [Int32: Attitude]

    /// - Parameter others: more words to number in `Words.forms`, so that who knows more of them need not look them up again.
    package init(numbering others: [String] = []) {
        var builder = Builder()
        builder.addFunctionWords()
        builder.addVerbs()
        builder.addNouns("reporting-nouns", .reportingNoun)
        builder.addNouns("persons", .person)
        builder.addNouns("groups", .group)
        builder.addNouns("documents", .document)
        builder.addWords("titles", .title)
        builder.addWords("organizations", .organization)
        builder.addWords("places", .place)
        builder.addWords("genre-labels", .genreLabel)
        builder.addWords("given-names", .givenName)
        builder.addWords("times", [])
        builder.addWords("time-leads", .timeLead)
        describedFormCount = Int32(builder.forms.count)
        for word in others { builder.add(word, []) }
        // In the order of the lists: the small words that every sentence holds stay together in memory.
        table = WordTable(builder.forms.enumerated().map { (key: $1, value: Int32($0)) })
        entries = builder.entries
        lemmas = builder.lemmas
        verbAttitudes = builder.verbAttitudes
        nounAttitudes = builder.nounAttitudes
    }

    /// The number of a word form; nil when no list holds it.
    package func form(_ word: String) -> Int32? { table.value(of: word) }

    /// How many word forms there are.
    package var formCount: Int { entries.count }

    /// What a cue of this lemma attributes; a statement when the lists do not say.
    package func attitude(ofVerb lemma: Int32) -> Attitude { verbAttitudes[lemma] ?? .statement }

    package func attitude(ofNoun lemma: Int32) -> Attitude { nounAttitudes[lemma] ?? .statement }

    /// Looks up every token.
    /// - Parameter memory: of this lexicon; nil for one that is forgotten at the end.
    /// - Complexity: O(*n*) in bytes.
    package func words(of article: SegmentedArticle, _ memory: WordMemory<Found>? = nil) -> Words {
        let memory = memory ?? Self.makeMemory()
        let tokens = article.tokens
        let unknown = [Int32](repeating: -1, count: tokens.count)
        return article.article.text.withUnsafeBufferPointer { text in
            var (classColumn, formColumn) = ([WordClasses](repeating: [], count: tokens.count), unknown)
            var (verbColumn, nounColumn) = (unknown, unknown)
            // Spans, since an array asks at every change whether somebody else holds it.
            var classesOfToken = classColumn.mutableSpan
            var forms = formColumn.mutableSpan
            var verbs = verbColumn.mutableSpan
            var nouns = nounColumn.mutableSpan
            // Of a word more than is looked up, to have its place in memory at hand when its turn comes.
            var nextHash: UInt64 = 0
            func expect(_ index: Int) {
                guard index < tokens.count else { return }
                nextHash = WordTable.hash(of: tokens.span(index).range, in: text)
                memory.expect(nextHash)
            }
            expect(0)
            for index in tokens.indices {
                let hash = nextHash
                expect(index + 1)
                let kind = tokens.kinds[index]
                guard kind == .word || kind == .clitic else { continue }
                let range = tokens.span(index).range
                var classes = Self.letters(text, range)
                let found = memory.known(of: hash) { find(text, range) }
                forms[index] = found.form
                if found.form < 0 || found.form >= describedFormCount {
                    classes.formUnion(shapeClasses(text, range, isCapitalised: classes.contains(.capitalised)))
                } else {
                    classes.formUnion(found.classes)
                    verbs[index] = found.verb
                    nouns[index] = found.noun
                }
                if classes.contains(.allCapitals), index > 0, Self.leadsToName(classesOfToken[index - 1]) {
                    classes.subtract(Self.onlyFunction)
                }
                classesOfToken[index] = classes
            }
            return Words(classes: classColumn, forms: formColumn, verbs: verbColumn, nouns: nounColumn)
        }
    }

    /// "the WHO", "a US official": behind an article that is not in capitals too, capitals make a name.
    private static func leadsToName(_ previous: WordClasses) -> Bool {
        previous.contains(.determiner) && !previous.hasAny([.allCapitals, .subordinator])
    }

    /// What a name that is spelled like a small word is not.
    private static let onlyFunction: WordClasses = [
        .subjectPronoun, .objectPronoun, .personalPronoun, .singularPronoun, .masculine, .feminine, .relative,
        .interrogative,
        .subordinator, .be,
    ]

    private func find(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Found {
        guard let form = table.value(in: text, range) else { return Found() }
        guard form < describedFormCount else { return Found(form: form) }
        let entry = entries[Int(form)]
        return Found(classes: entry.classes, form: form, verb: entry.verb, noun: entry.noun)
    }

    /// What shows by its last letters of a word that no list describes.
    private func shapeClasses(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isCapitalised: Bool
    ) -> WordClasses {
        let last = text[range.upperBound - 1]
        if last == UInt8(ascii: "."), isCapitalised,
            let number = table.value(in: text, range.lowerBound..<(range.upperBound - 1))
        {
            // "Sen.", "Corp.": the lists give titles without their full stop.
            return entries[Int(number)].classes.intersection(Self.abbreviated)
        }
        let isAdverb =
            range.count > 4 && !isCapitalised && last == UInt8(ascii: "y")
            && text[range.upperBound - 2] == UInt8(ascii: "l")
        return isAdverb ? .adverb : []
    }

    /// What an abbreviation with its full stop keeps of the word without it.
    private static let abbreviated: WordClasses = [.title, .organization, .weekday, .month, .masculine, .feminine]

    /// The number of a dictionary form; nil when no word has it.
    package func lemma(_ word: String) -> Int32? {
        lemmas.firstIndex(of: word).map(Int32.init)
    }

    private static func letters(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> WordClasses {
        let first = text[range.lowerBound]
        // Accented capitals of Latin-1 are C3 80 … C3 9E.
        let isUpper =
            first &- 0x41 < 26
            || (first == 0xC3 && range.count > 1 && text[range.lowerBound + 1] < 0x9F)
        guard isUpper else { return [] }
        var lower = false
        for index in range where text[index] &- 0x61 < 26 { lower = true; break }
        return lower || range.count < 2 ? .capitalised : [.capitalised, .allCapitals]
    }
}

extension Lexicon {
    /// Collects forms while the lists are read.
    private struct Builder {
        private var indices: [String: Int32] = [:]
        var forms: [String] = []
        var entries: [Entry] = []
        var lemmas: [String] = []
        var verbAttitudes: [Int32: Attitude] = [:]
        var nounAttitudes: [Int32: Attitude] = [:]
        private var lemmaIndices: [String: Int32] = [:]

        mutating func addFunctionWords() {
            for fields in WordList(named: "function-words").entries where fields.count == 2 {
                add(fields[0], classes(fields[1].split(separator: ",").map(String.init)))
            }
            for word in ["he", "him", "his", "himself"] { add(word, .masculine) }
            for word in ["she", "her", "herself"] { add(word, .feminine) }
        }

        mutating func addVerbs() {
            for fields in WordList(named: "verbs").entries {
                let base = fields[0]
                let pasts = fields.count > 2 ? alternatives(fields[2]) : [Inflection.past(base)]
                let participles = fields.count > 3 ? alternatives(fields[3]) : pasts
                let lemma = lemmaIndex(base)
                let traits = fields[1].split(separator: ",")
                verbAttitudes[lemma] = traits.first.flatMap { Attitude(rawValue: String($0)) }
                let shared: WordClasses = traits.contains("hearer") ? .takesHearer : []
                add(base, shared.union(.baseForm), verb: lemma)
                add(Inflection.thirdPerson(base), shared.union(.thirdPerson), verb: lemma)
                for past in pasts { add(past, of: base, shared.union(.past), verb: lemma) }
                for participle in participles { add(participle, of: base, shared.union(.participle), verb: lemma) }
                add(Inflection.gerund(base, past: pasts.first ?? base), of: base, shared.union(.gerund), verb: lemma)
            }
        }

        /// "learned,learnt".
        private func alternatives(_ field: String) -> [String] { field.split(separator: ",").map(String.init) }

        /// Adds a form in its British and its American spelling.
        private mutating func add(_ form: String, of verb: String, _ classes: WordClasses, verb lemma: Int32) {
            add(form, classes, verb: lemma)
            if let other = Inflection.withSingleL(form, of: verb) { add(other, classes, verb: lemma) }
        }

        mutating func addNouns(_ list: String, _ classes: WordClasses) {
            for fields in WordList(named: list).entries {
                let lemma = lemmaIndex(fields[0])
                let classes = classes.union(fields.last == "clause" ? .statementNoun : [])
                if fields.count > 1 { nounAttitudes[lemma] = Attitude(rawValue: fields[1]) }
                add(fields[0], classes, noun: lemma)
                add(Inflection.plural(fields[0]), classes.union(.plural), noun: lemma)
            }
        }

        mutating func addWords(_ list: String, _ shared: WordClasses) {
            for fields in WordList(named: list).entries {
                let all = shared.union(classes(Array(fields.dropFirst())))
                add(fields[0], all)
                // "Europeans", "Israelis", but not "Swiss".
                if fields.last == "demonym", fields[0].hasSuffix("n") || fields[0].hasSuffix("i") {
                    add(Inflection.plural(fields[0]), all.union(.plural))
                }
            }
        }

        private func classes(_ names: [String]) -> WordClasses {
            names.reduce(into: []) { $0.formUnion(WordClasses.named[$1] ?? []) }
        }

        private mutating func lemmaIndex(_ word: String) -> Int32 {
            if let index = lemmaIndices[word] { return index }
            let index = Int32(lemmas.count)
            lemmaIndices[word] = index
            lemmas.append(word)
            return index
        }

        mutating func add(_ form: String, _ classes: WordClasses, verb: Int32 = -1, noun: Int32 = -1) {
            if let index = indices[form] {
                entries[Int(index)].classes.formUnion(classes)
                if entries[Int(index)].verb < 0 { entries[Int(index)].verb = verb }
                if entries[Int(index)].noun < 0 { entries[Int(index)].noun = noun }
            } else {
                indices[form] = Int32(entries.count)
                forms.append(form)
                entries.append(Entry(classes: classes, verb: verb, noun: noun))
            }
        }
    }
}
