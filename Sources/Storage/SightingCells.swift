import TextModel

/// A sighting as cells, so that the store has one form for all it keeps.
extension SpeakerSighting {
    var cells: TextModel.Row {
        [
            .text(speakerID), .text(name), .text(kind), role.map(Cell.text) ?? .null,
            affiliation.map(Cell.text) ?? .null, .list(variants), .text(articleID), published.map(Cell.text) ?? .null,
            .integer(attributions), .integer(quotes), .integer(claims),
        ]
    }

    /// - Returns: nil when the cells are not those of a sighting.
    init?(cells: TextModel.Row) {
        guard cells.count == 11, case .text(let speakerID) = cells[0], case .text(let name) = cells[1],
            case .text(let kind) = cells[2], case .list(let variants) = cells[5],
            case .text(let articleID) = cells[6], case .integer(let attributions) = cells[8],
            case .integer(let quotes) = cells[9], case .integer(let claims) = cells[10]
        else { return nil }
        self.init(
            speakerID: speakerID, name: name, kind: kind, role: cells[3].textIfAny, affiliation: cells[4].textIfAny,
            variants: variants, articleID: articleID, published: cells[7].textIfAny, attributions: attributions,
            quotes: quotes, claims: claims)
    }
}

extension Cell {
    fileprivate var textIfAny: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
