/// One line for a person, some stretches of which have roles: the source, the cue, the content of an attribution.
///
/// Its description shows them as plain marks, `⟦cue|said⟧`; a terminal may colour them instead.
public struct MarkedLine: Sendable, Equatable, CustomStringConvertible {
    public enum Piece: Sendable, Equatable {
        /// Words of the article or of ours; they may hold any character but a line break.
        case text(String)
        /// A stretch with a role begins, perhaps within another.
        case opening(String)
        /// The stretch that was opened last ends.
        case closing
    }

    public private(set) var pieces: [Piece] = []

    init() {}

    init(_ text: String) {
        pieces = [.text(text)]
    }

    init(_ pieces: [Piece]) {
        self.pieces = pieces
    }

    /// The roles in it, in the order in which they first occur.
    public var roles: [String] {
        pieces.reduce(into: []) { roles, piece in
            if case .opening(let role) = piece, !roles.contains(role) { roles.append(role) }
        }
    }

    public var description: String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .opening(let role): "⟦\(role)|"
            case .closing: "⟧"
            }
        }.joined()
    }
}
