import CDense
import Learning
import TextModel

/// Finds the head and relation of each word of a sentence.
///
/// Greedy: the network reads the whole sentence, then each transition is the best one by its scores, and none is taken
/// back. The same words give the same parse on every machine.
public struct Parser: Sendable {
    let model: ParserModel

    public init(_ model: ParserModel) {
        self.model = model
    }

    /// The parser whose model is embedded in the program.
    public init() {
        self.init(ModelBytes.embedded(ParserModel.kind) { try ParserModel($0) })
    }

    public func makeArena() -> ParserArena { ParserArena(model) }

    /// Parses all sentences of an article.
    public func parse(_ article: SegmentedArticle, tags: PartsOfSpeech, arena: ParserArena) -> DependencyParse {
        var result = DependencyParse(count: article.tokens.count)
        article.article.text.withUnsafeBufferPointer { text in
            parse(
                text, article.tokens.starts, article.tokens.ends, tags, article.sentences.lazy.map(\.tokens), arena,
                into: &result)
        }
        return result
    }

    /// Parses sentences over columns; see the next.
    public func parse(
        _ text: UnsafeBufferPointer<UInt8>, _ starts: [Int32], _ ends: [Int32], _ tags: PartsOfSpeech,
        _ sentences: some Sequence<Range<Int>>, _ arena: ParserArena, into result: inout DependencyParse
    ) {
        starts.withUnsafeBufferPointer { starts in
            ends.withUnsafeBufferPointer { ends in
                tags.universal.withUnsafeBufferPointer { universal in
                    tags.penn.withUnsafeBufferPointer { penn in
                        let input = ParserInput(
                            text: text, starts: starts, ends: ends, universalTags: universal, pennTags: penn)
                        parse(input, sentences: sentences, arena: arena, into: &result)
                    }
                }
            }
        }
    }

    /// Parses sentences of one text.
    ///
    /// A sentence of more words than the arena holds is parsed in pieces; the root of each further piece depends on the
    /// root before it as `parataxis`.
    /// - Parameters:
    ///   - sentences: ranges of words; sorted and disjoint.
    ///   - parse: has an entry for every word; those of the sentences are set.
    /// - Complexity: O(*n*) in words, whatever the sentences' lengths; no memory but the arena's.
    public func parse(
        _ input: ParserInput, sentences: some Sequence<Range<Int>>, arena: ParserArena,
        into parse: inout DependencyParse
    ) {
        precondition(parse.count == input.starts.count && arena.isOf(model))
        var batch: [Range<Int>] = []
        batch.reserveCapacity(ParserArena.capacity)
        var first = 0
        for sentence in sentences {
            var start = sentence.lowerBound
            var previousRoot: Int32 = -1
            while start < sentence.upperBound {
                let end = min(sentence.upperBound, start + ParserArena.capacity)
                let isPiece = sentence.count > ParserArena.capacity
                if !batch.isEmpty, isPiece || start != batch.last?.upperBound || end - first > ParserArena.capacity {
                    read(batch, input, arena, &parse)
                    batch.removeAll(keepingCapacity: true)
                }
                if batch.isEmpty { first = start }
                batch.append(start..<end)
                if isPiece {
                    read(batch, input, arena, &parse)
                    batch.removeAll(keepingCapacity: true)
                    let root = Int32((start..<end).first { parse.heads[$0] < 0 } ?? start)
                    if previousRoot >= 0 {
                        parse.heads[Int(root)] = previousRoot
                        parse.relations[Int(root)] = .parataxis
                    }
                    previousRoot = root
                }
                start = end
            }
        }
        if !batch.isEmpty { read(batch, input, arena, &parse) }
    }

    /// Parses sentences that stand side by side and fit the arena.
    private func read(
        _ sentences: [Range<Int>], _ input: ParserInput, _ arena: ParserArena, _ parse: inout DependencyParse
    ) {
        let first = sentences[0].lowerBound, count = sentences[sentences.count - 1].upperBound - first
        let width = model.shape.width, slotWidth = ParserFeatures.slots * model.shape.hidden
        multiply(first..<first + count, input, arena)
        for (index, layer) in model.layers.enumerated() {
            if index > 0 { layer.project(arena.bytes, count: count, into: arena.products) }
            for sentence in sentences {
                let start = (sentence.lowerBound - first) * width
                layer.recur(
                    arena.vectors + start, arena.bytes + start, arena.products + 3 * start, count: sentence.count,
                    carry: arena.carry)
            }
        }
        model.slots.multiply(arena.bytes, count: count, into: arena.slots, limit: ParserModel.rowLimit)
        parse.heads.withUnsafeMutableBufferPointer { heads in
            parse.relations.withUnsafeMutableBufferPointer { relations in
                for sentence in sentences {
                    decide(arena.slots + (sentence.lowerBound - first) * slotWidth, count: sentence.count, arena)
                    let state = arena.state
                    for word in 0..<sentence.count {
                        let head = Int(state.heads[word])
                        heads[sentence.lowerBound + word] =
                            head == sentence.count ? -1 : Int32(sentence.lowerBound + head)
                        relations[sentence.lowerBound + word] =
                            DependencyRelation(rawValue: state.relations[word]) ?? .dep
                    }
                }
            }
        }
    }

    /// Finds the vectors of words, and what the first layer multiplies them to.
    private func multiply(_ words: Range<Int>, _ input: ParserInput, _ arena: ParserArena) {
        let width = model.shape.width
        var missing = 0
        for word in words {
            let place = word &- words.lowerBound
            let key = WordCache.Word(
                rows: WordRows(input.word(word)), universal: input.universalTags[word], penn: input.pennTags[word])
            let vector = arena.vectors + place &* width
            if !arena.cache.read(key, vector, arena.products + place &* 3 &* width) {
                look(up: key, vector, arena.bytes + missing &* width, arena)
                arena.missing[missing] = (key, place)
                missing &+= 1
            }
        }
        // The slots are not needed yet.
        let products = arena.slots
        model.layers[0].project(arena.bytes, count: missing, into: products)
        for index in 0..<missing {
            let (key, place) = arena.missing[index]
            let product = products + index &* 3 &* width
            (arena.products + place &* 3 &* width).update(from: product, count: 3 &* width)
            arena.cache.write(key, arena.vectors + place &* width, product)
        }
    }

    /// A word's vector and its bytes: of its form, of its ends and shape, of its parts of speech.
    @inline(__always)
    private func look(
        up word: WordCache.Word, _ vector: UnsafeMutablePointer<Int16>, _ bytes: UnsafeMutablePointer<UInt8>,
        _ arena: ParserArena
    ) {
        let shape = model.shape, rows = word.rows
        let variant = sayso_dense_best_variant()
        var vector = vector, bytes = bytes
        func add(_ count: Int, width: Int) {
            sayso_dense_sum_rows(
                variant, arena.rows, count, width, vector, bytes, Int32(ParserModel.vectorShift), ParserModel.zero)
            vector += width
            bytes += width
        }
        arena.rows[0] = model.words + model.wordRow(rows.key) &* shape.wordWidth
        add(1, width: shape.wordWidth)
        for index in 0..<WordRows.affixCount {
            arena.rows[index] = model.affixes + Int(rows.affixes[index]) &* shape.affixWidth
        }
        add(WordRows.affixCount, width: shape.affixWidth)
        arena.rows[0] = model.tags + TagRows.row(word.universal) &* shape.tagWidth
        arena.rows[1] = model.tags + TagRows.row(word.penn) &* shape.tagWidth
        add(2, width: shape.tagWidth)
    }

    /// Takes the best transition, from the first to the last, of a sentence whose words' slots are given.
    private func decide(_ slots: UnsafePointer<Int16>, count: Int, _ arena: ParserArena) {
        let state = arena.state
        let relations = DependencyRelation.allCases.count
        state.reset(count: count)
        var features = ParserFeatures()
        while !state.isFinal {
            if state.depth == 0 {
                state.shift()
                continue
            }
            if !state.canShift, !state.canAttachRight {
                state.attachLeft(DependencyRelation.root.rawValue)
                continue
            }
            features.read(state)
            addRows(features, slots, arena)
            let decision = best(arena.hidden, shift: state.canShift, right: state.canAttachRight)
            if decision > relations, decision < ParserShape.decisions, state.canAttachRight {
                state.attachRight(UInt8(truncatingIfNeeded: decision &- 1 &- relations))
            } else if decision > 0, decision <= relations, state.canShift {
                state.attachLeft(UInt8(truncatingIfNeeded: decision &- 1))
            } else if state.canShift {
                state.shift()
            } else {
                // Only a model whose weights are nonsense gets here.
                state.attachRight(DependencyRelation.dep.rawValue)
            }
        }
    }

    /// The hidden numbers of a decision, as bytes: the sum of the rows that it looks at, 0 for one below 0.
    @inline(__always)
    private func addRows(_ features: ParserFeatures, _ slots: UnsafePointer<Int16>, _ arena: ParserArena) {
        let width = model.shape.hidden
        for slot in 0..<ParserFeatures.slots {
            let word = Int(features.words[slot])
            arena.rows[slot] =
                word >= 0 ? slots + (word &* ParserFeatures.slots &+ slot) &* width : model.table + ~word &* width
        }
        for index in 0..<ParserFeatures.rows {
            arena.rows[ParserFeatures.slots &+ index] = model.table + Int(features.table[index]) &* width
        }
        arena.rows[ParserArena.rowCount &- 1] = model.table + (ParserFeatures.tableRows &- 1) &* width
        sayso_dense_sum_rows(
            sayso_dense_best_variant(), arena.rows, ParserArena.rowCount, width, nil, arena.hidden,
            Int32(ParserModel.hiddenShift), 0)
    }

    /// The decision of the highest score that the state allows; the first of them where several have it.
    @inline(__always)
    private func best(_ hidden: UnsafePointer<UInt8>, shift: Bool, right: Bool) -> Int {
        let firstRight = 1 + DependencyRelation.allCases.count, columns = ParserShape.decisionColumns
        let from = shift ? 0 : firstRight / 16 * 16
        let to = right ? columns : (firstRight + 15) / 16 * 16
        let biases = model.decisionBiases + (shift ? right ? 0 : 1 : 2) &* columns
        return Int(
            sayso_dense_best(
                sayso_dense_best_variant(), hidden, model.decisions.weights, model.decisions.scales, biases,
                model.decisions.depth, from, to))
    }
}
