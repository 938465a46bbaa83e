import TextModel

/// What the corpus needs of an article beside its rows: a sketch that tells its copies, and what it says of speakers.
package struct CorpusShare: Hashable, Sendable {
    package let sketch: [UInt8]
    package let sightings: [SpeakerSighting]
}
