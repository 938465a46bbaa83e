import CDense
import Learning
import TextModel

/// Finds the head and relation of each word of a sentence.
///
/// Greedy: the network reads the whole sentence, then each transition is the best one by its scores, and none is taken
/// back. The same words give the same parse on every machine.
public struct Parser: Sendable {
    let model: ParserModel
    private let biases: [Int32]

    public init(_ model: ParserModel) {
        self.model = model
        biases = Self.biases(model)
    }

    /// The parser whose model is embedded in the program.
    public init() {
        do {
            try self.init(ParserModel(ModelBytes(embeddedModel: ParserModel.kind)))
        } catch {
            preconditionFailure("the embedded parser is unusable: \(error)")
        }
    }

    public func makeArena() -> ParserArena { ParserArena(model.shape) }

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
        precondition(parse.count == input.starts.count && arena.shape == model.shape)
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
        for word in 0..<count { look(up: first + word, input, arena.vectors + word * width) }
        for layer in model.layers {
            layer.project(arena.vectors, count: count, into: arena.products)
            for sentence in sentences {
                let start = sentence.lowerBound - first
                layer.recur(
                    arena.vectors + start * width, arena.products + start * 3 * width, count: sentence.count,
                    carry: arena.carry)
            }
        }
        sayso_dense_product(
            arena.vectors, model.slots, arena.products, count, width, slotWidth)
        Self.narrow(arena.products, arena.slots, count: count * slotWidth, shift: model.slotShift)
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

    /// A word's vector: of its form, of its ends and shape, of its parts of speech.
    @inline(__always)
    private func look(up word: Int, _ input: ParserInput, _ vector: UnsafeMutablePointer<Int16>) {
        let shape = model.shape
        let rows = WordRows(input.word(word))
        let form = model.words + model.wordRow(rows.key) &* shape.wordWidth
        vector.update(from: form, count: shape.wordWidth)
        let ends = vector + shape.wordWidth
        ends.update(
            from: model.affixes + Int(rows.affixes[0]) &* shape.affixWidth, count: shape.affixWidth)
        for index in 1..<WordRows.affixCount {
            let row = model.affixes + Int(rows.affixes[index]) &* shape.affixWidth
            for channel in 0..<shape.affixWidth { ends[channel] &+= row[channel] }
        }
        let tags = ends + shape.affixWidth
        let first = model.tags + TagRows.row(input.universalTags[word]) &* shape.tagWidth
        let second = model.tags + TagRows.row(input.pennTags[word]) &* shape.tagWidth
        for channel in 0..<shape.tagWidth { tags[channel] = first[channel] &+ second[channel] }
    }

    /// Sums as rows of a decision, bounded so that no sum of rows overflows.
    private static func narrow(
        _ products: UnsafePointer<Int32>, _ rows: UnsafeMutablePointer<Int16>, count: Int, shift: Int32
    ) {
        let upper = SIMD16<Int32>(repeating: Int32(ParserModel.rowLimit)), lower = 0 &- upper
        let half: Int32 = 1 << (shift - 1)
        for index in stride(from: 0, to: count, by: 16) {
            let sums = UnsafeRawPointer(products + index).loadUnaligned(as: SIMD16<Int32>.self) &+ half
            var bounded = sums &>> SIMD16(repeating: shift)
            bounded.replace(with: upper, where: bounded .> upper)
            bounded.replace(with: lower, where: bounded .< lower)
            UnsafeMutableRawPointer(rows + index).storeBytes(
                of: SIMD16<Int16>(truncatingIfNeeded: bounded), as: SIMD16<Int16>.self)
        }
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
            addRows(features, slots, arena.hidden)
            sayso_dense_product(
                arena.hidden, model.decisions, arena.scores, 1, model.shape.hidden,
                ParserShape.decisionStride)
            let decision = best(arena.scores, shift: state.canShift, right: state.canAttachRight)
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

    @inline(__always)
    private func addRows(
        _ features: ParserFeatures, _ slots: UnsafePointer<Int16>, _ hidden: UnsafeMutablePointer<Int16>
    ) {
        let width = model.shape.hidden
        let table = UnsafeRawPointer(model.table)
        let words = UnsafeRawPointer(slots)
        let last = table + (ParserFeatures.tableRows &- 1) &* width &* 2
        var channel = 0
        while channel < width {
            let offset = channel &* 2
            var sum = (last + offset).loadUnaligned(as: SIMD16<Int16>.self)
            for slot in 0..<ParserFeatures.slots {
                let word = Int(features.words[slot])
                let row =
                    word >= 0
                    ? words + (word &* ParserFeatures.slots &+ slot) &* width &* 2 : table + ~word &* width &* 2
                sum &+= (row + offset).loadUnaligned(as: SIMD16<Int16>.self)
            }
            for index in 0..<ParserFeatures.rows {
                let row = table + Int(features.table[index]) &* width &* 2
                sum &+= (row + offset).loadUnaligned(as: SIMD16<Int16>.self)
            }
            // 0 for a number below 0, whose sign fills the shift.
            let positive = sum & ~(sum &>> 15)
            UnsafeMutableRawPointer(hidden + channel).storeBytes(of: positive, as: SIMD16<Int16>.self)
            channel &+= 16
        }
    }

    /// The decision of the highest score that the state allows; the first of them where several have it.
    ///
    /// The last seven bits of a score, a tiny part of it, make room for the decision's number, so that the greatest
    /// number holds the answer.
    @inline(__always)
    private func best(_ scores: UnsafePointer<Int32>, shift: Bool, right: Bool) -> Int {
        let mode = shift ? right ? 0 : 1 : 2
        return biases.withUnsafeBufferPointer { biases in
            guard let start = biases.baseAddress else { return 0 }
            let bias = UnsafeRawPointer(start + mode &* ParserShape.decisionStride)
            let scores = UnsafeRawPointer(scores)
            var highest = SIMD16<Int32>(repeating: .min)
            var numbers = SIMD16<Int32>(127, 126, 125, 124, 123, 122, 121, 120, 119, 118, 117, 116, 115, 114, 113, 112)
            for block in 0..<ParserShape.decisionStride / 16 {
                let sums =
                    scores.loadUnaligned(fromByteOffset: 64 &* block, as: SIMD16<Int32>.self)
                    &+ bias.loadUnaligned(fromByteOffset: 64 &* block, as: SIMD16<Int32>.self)
                let numbered = (sums & ~127) | numbers
                highest.replace(with: numbered, where: numbered .> highest)
                numbers &-= 16
            }
            let eight = highest.lowHalf.replacing(with: highest.highHalf, where: highest.highHalf .> highest.lowHalf)
            let four = eight.lowHalf.replacing(with: eight.highHalf, where: eight.highHalf .> eight.lowHalf)
            let greatest = max(max(four.x, four.y), max(four.z, four.w))
            return 127 &- Int(greatest & 127)
        }
    }

    /// What is added to the scores: where the next word can be shifted and the top attached either way, where there is
    /// one word on the stack, where no word is left to shift. A decision that is not allowed loses to any that is.
    private static func biases(_ model: ParserModel) -> [Int32] {
        let never = Int32.min / 2
        let relations = DependencyRelation.allCases.count
        return [0..<ParserShape.decisions, 0..<1 + relations, 1 + relations..<ParserShape.decisions].flatMap {
            allowed in
            (0..<ParserShape.decisionStride).map {
                allowed.contains($0) ? max(never / 2, model.decisionBias[$0]) : never
            }
        }
    }
}
