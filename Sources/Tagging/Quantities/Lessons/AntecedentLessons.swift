import TextModel

extension ClaimLessons {
    /// Adds what a document teaches in which it is annotated what "it" and "they" mean.
    /// - Parameter entities: for the byte at which a word begins, all that it is the head of a mention of.
    package mutating func addAntecedents(_ reading: Reading, entities: [Int32: Set<String>]) {
        let names = SpeakerResolver(reading, sources: []).discourse.names
        let outlines = Outlines(reading)
        let starts = reading.article.tokens.starts
        for token in 0..<reading.tokenCount {
            switch Pronoun(reading, token) {
            case .thing?, .things?: break
            default: continue
            }
            let found = AntecedentOptions(outlines, pronoun: token)
            let features = AntecedentFeatures(found, names)
            let meant = entities[starts[token]] ?? []
            var choice = ClaimChoice()
            for option in found.options.map(Optional.some) + [nil] {
                var list = FeatureList()
                features.visit(option, &list)
                choice.options.append(list.features)
                choice.isRight.append(!meant.isDisjoint(with: option.flatMap { entities[starts[$0.head]] } ?? []))
            }
            if !choice.isRight.contains(true) { choice.isRight[choice.isRight.count - 1] = true }
            antecedents.append(choice)
        }
    }
}
