import TextModel

extension RowContext {
    /// What this article says about each speaker that is the source of something, in order of first mention.
    ///
    /// Two speakers of the article with the same identifier are one sighting: the first one's facts, both one's counts.
    var sightings: [SpeakerSighting] {
        var found: [SpeakerSighting] = []
        var placeOfID: [String: Int] = [:]
        var placeOfSpeaker = [Int?](repeating: nil, count: speakers.count)
        let sources = Set(tagged.attributions.compactMap(\.speaker))
        for (index, speaker) in speakers.enumerated() where sources.contains(index) {
            if let place = placeOfID[speaker.id] {
                placeOfSpeaker[index] = place
                found[place].take(speaker)
            } else {
                placeOfID[speaker.id] = found.count
                placeOfSpeaker[index] = found.count
                found.append(sighting(of: speaker))
            }
        }
        for attribution in tagged.attributions {
            guard let place = attribution.speaker.flatMap({ placeOfSpeaker[$0] }) else { continue }
            found[place].attributions += 1
            if attribution.isQuote { found[place].quotes += 1 }
        }
        for claim in tagged.claims {
            guard let speaker = claim.attribution.flatMap({ tagged.attributions[$0].speaker }),
                let place = placeOfSpeaker[speaker]
            else { continue }
            found[place].claims += 1
        }
        return found
    }

    private func sighting(of speaker: SpeakerFacts) -> SpeakerSighting {
        SpeakerSighting(
            speakerID: speaker.id, name: speaker.name, kind: speaker.kind.rawValue, role: speaker.role,
            affiliation: speaker.affiliation, variants: speaker.variants, articleID: articleID,
            published: publishedISO, attributions: 0, quotes: 0, claims: 0)
    }
}

extension SpeakerSighting {
    fileprivate mutating func take(_ speaker: SpeakerFacts) {
        role = role ?? speaker.role
        affiliation = affiliation ?? speaker.affiliation
        variants = Set(variants).union(speaker.variants).union([speaker.name]).subtracting([name])
            .sorted(by: bytesPrecede)
    }
}
