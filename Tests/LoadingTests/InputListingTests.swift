import Foundation
import Testing

@testable import Loading

struct InputListingTests {
    private func makeTree() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in [
            "a.txt", "b.txt", "B.txt", "c.jsonl", ".hidden.txt", "sub/d.txt", "sub/deep/e.txt", "sub/deep/f.md",
            "sub/.git/g.txt", "w[1].txt", "w1.txt", "é.txt", "other/x1.txt", "other/x2.txt", "other/x10.txt",
        ] {
            try folder.write(name, "x")
        }
        try folder.makeFolder("folder.txt")
        try folder.makeFolder("empty")
        return folder
    }

    static let listings: [(String, [String])] = [
        ("a.txt", ["a.txt"]),
        ("./sub//d.txt", ["sub/d.txt"]),
        ("*.txt", ["B.txt", "a.txt", "b.txt", "folder.txt", "w1.txt", "w[1].txt", "é.txt"]),
        ("?.txt", ["B.txt", "a.txt", "b.txt", "é.txt"]),
        ("[a-c].*", ["a.txt", "b.txt", "c.jsonl"]),
        ("[!a-c].txt", ["B.txt", "é.txt"]),
        ("w[1].txt", ["w[1].txt"]),
        (#"w\[?].txt"#, ["w[1].txt"]),
        ("w[0-9].txt", ["w1.txt"]),
        (".h*", [".hidden.txt"]),
        ("sub", ["sub/d.txt", "sub/deep/e.txt", "sub/deep/f.md"]),
        ("sub/", ["sub/d.txt", "sub/deep/e.txt", "sub/deep/f.md"]),
        ("*/*.txt", ["other/x1.txt", "other/x10.txt", "other/x2.txt", "sub/d.txt"]),
        ("s*/deep/*", ["sub/deep/e.txt", "sub/deep/f.md"]),
        ("sub/**", ["sub/d.txt", "sub/deep/e.txt", "sub/deep/f.md"]),
        ("sub/**/*", ["sub/d.txt", "sub/deep/e.txt", "sub/deep/f.md"]),
        ("**/e.txt", ["sub/deep/e.txt"]),
        ("**/**/d*.txt", ["sub/d.txt"]),
        ("**/sub/**/*.md", ["sub/deep/f.md"]),
        ("**/*older.txt", ["folder.txt"]),
        ("sub/*", ["sub/d.txt", "sub/deep"]),
        ("-", ["-"]),
    ]

    @Test(arguments: listings)
    func expands(pattern: String, labels: [String]) throws {
        let folder = try makeTree()
        let files = try InputListing.expand([pattern], relativeTo: folder.path)
        #expect(files.map(\.label) == labels)
        #expect(files.map(\.path) == labels.map { $0 == "-" ? $0 : "\(folder.path)/\($0)" })
        guard pattern != "-" else { return }
        let absolute = try InputListing.expand(["\(folder.path)/\(pattern)"], relativeTo: "/nowhere")
        #expect(absolute.map(\.path) == files.map(\.path))
        #expect(absolute.map(\.label) == files.map(\.path))
    }

    @Test(arguments: [
        "missing.txt", "*.html", "empty", "empty/*", "a.txt/b", "**/nothing", "sub/[z]*", "", "sub/*/x/*",
    ])
    func whatMatchesNothingIsAnError(pattern: String) throws {
        let folder = try makeTree()
        #expect(throws: LoadingError.noSuchInput(pattern)) {
            try InputListing.expand(["a.txt", pattern], relativeTo: folder.path)
        }
    }

    @Test func aWholeTreeIsSortedByBytesAndUnique() throws {
        let folder = try makeTree()
        let all = try InputListing.expand([".", "**", "*.txt", "a.txt", "./a.txt"], relativeTo: folder.path)
        let labels = [
            "B.txt", "a.txt", "b.txt", "c.jsonl", "folder.txt", "other/x1.txt", "other/x10.txt", "other/x2.txt",
            "sub/d.txt",
            "sub/deep/e.txt", "sub/deep/f.md", "w1.txt", "w[1].txt", "é.txt",
        ]
        #expect(all.map(\.label) == labels)
    }

    @Test func namesThatOnlyUnicodeCallsEqualAreTwoFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write("\u{E9}.txt", "x")
        try folder.write("e\u{301}.txt", "x")
        #expect(try InputListing.expand(["*"], relativeTo: folder.path).count == 2)
    }

    @Test func linksAreListedButNoLoopHoldsAWalk() throws {
        let folder = try TemporaryFolder()
        try folder.write("in/real/a.txt", "x")
        try folder.write("outside.txt", "x")
        try folder.link("in/to-file.txt", to: "../outside.txt")
        try folder.link("in/dangling.txt", to: "nowhere")
        try folder.link("in/self", to: "self")
        try folder.link("in/real/up", to: "..")
        try folder.link("alias", to: "in/real")
        #expect(mkfifo("\(folder.path)/in/fifo", 0o600) == 0)
        func labels(_ pattern: String) throws -> [String] {
            try InputListing.expand([pattern], relativeTo: folder.path).map(\.label)
        }
        #expect(try labels("in") == ["in/dangling.txt", "in/real/a.txt", "in/self", "in/to-file.txt"])
        #expect(try labels("in/**/*.txt") == ["in/dangling.txt", "in/real/a.txt", "in/to-file.txt"])
        #expect(try labels("alias") == ["alias/a.txt"])
        #expect(try labels("alias/*.txt") == ["alias/a.txt"])
        #expect(try labels("in/*/up/real/*.txt") == ["in/real/up/real/a.txt"])
        #expect(try labels("in/f*") == ["in/fifo"])
        #expect(try labels("in/dangling.txt") == ["in/dangling.txt"])
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may list everything"))
    func aFolderThatCannotBeListedBecomesAReject() throws {
        let folder = try makeTree()
        let locked = "\(folder.path)/sub/deep"
        chmod(locked, 0)
        defer { chmod(locked, 0o700) }
        let files = try InputListing.expand(["sub"], relativeTo: folder.path)
        #expect(files.map(\.label) == ["sub/d.txt", "sub/deep"])
        #expect(files.map { records(of: ArticleReaders.open($0)).first?.reject?.code } == [nil, .unreadable])
    }
}

struct GlobPatternTests {
    static let matches: [(String, [String], [String])] = [
        ("*", ["a", "a.b", "é"], [".a"]),
        ("a*b*c", ["abc", "aXbXc", "abbbcc", "abcbc"], ["ab", "acb", "xabc"]),
        ("?", ["a", "한"], ["ab"]),
        ("[]a]", ["]", "a"], ["b"]),
        ("[^x]", ["a"], ["x"]),
        ("[a-", ["[a-"], ["a"]),
        ("[z-a]", ["b"], ["Z"]),
        ("[a-]", ["a", "-"], ["b"]),
        ("\\*", ["*"], ["a"]),
        (".*", [".a", "."], ["a"]),
        ("a\\", ["a\\"], ["a"]),
    ]

    @Test(arguments: matches)
    func matchesNames(pattern: String, good: [String], bad: [String]) {
        for name in good { #expect(GlobPattern(pattern).matches(name), "\(pattern) \(name)") }
        for name in bad { #expect(!GlobPattern(pattern).matches(name), "\(pattern) \(name)") }
    }

    @Test func manyStarsStayFast() {
        let pattern = GlobPattern(String(repeating: "*a", count: 50) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 250)))
    }
}
