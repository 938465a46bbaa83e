/// Somebody with a name in an article.
struct Person: Sendable {
    /// The fullest name.
    var name: Range<Int>
    /// The numbers of its words, as `NameWords` gives them, without "Jr." and the like.
    var words: [NameWords.Number]
    /// Title or role, where a mention tells one.
    var role: RoleReader.Role?
    var gender = Gender()
    /// How often the person is named with more than one word.
    var fullMentions = 0
    /// Whether something shows that the name is a person's: a title, a given name, a pronoun, or speech.
    var isConfirmed = false

    /// Whether a word is the name's last, as a surname is.
    func hasSurname(_ word: NameWords.Number) -> Bool { words.last == word }
}
