/// One label a word; each distinct label is kept once.
struct LabelColumn: Sendable {
    /// In the order in which they came up.
    private(set) var names: [String] = []
    /// Indices into `names`, one a word.
    private(set) var codes: [Int32] = []
    private var codeOfName: [String: Int32] = [:]

    var count: Int { codes.count }

    /// The label of a word.
    subscript(word: Int) -> String { names[Int(codes[word])] }

    /// Nil for a label that no word has.
    func code(of name: String) -> Int32? { codeOfName[name] }

    mutating func append(_ name: some StringProtocol) {
        let name = String(name)
        if let code = codeOfName[name] {
            codes.append(code)
        } else {
            let code = Int32(names.count)
            codeOfName[name] = code
            names.append(name)
            codes.append(code)
        }
    }
}
