import Testing

@testable import Loading

struct ManifestTests {
    private func labels(_ pattern: String, in folder: TemporaryFolder) throws -> [String] {
        try InputListing.expand([pattern], relativeTo: folder.path).map(\.label)
    }

    @Test func listsFilesFoldersAndGlobs() throws {
        let folder = try TemporaryFolder()
        for name in ["a.txt", "b.txt", "sub/c.txt", "more/d1.txt", "more/d2.txt", "more/e.md"] {
            try folder.write(name, "x")
        }
        try folder.write(
            "list.txt", "# what to read\r\n\na.txt\r\n  sub \nmore/d?.txt\nnowhere.txt\n@list.txt\n-\na.txt")
        #expect(
            try labels("@list.txt", in: folder) == [
                "-", "@list.txt", "a.txt", "more/d1.txt", "more/d2.txt", "nowhere.txt", "sub/c.txt",
            ])
        // What names nothing is told when it is opened.
        let files = try InputListing.expand(["@list.txt"], relativeTo: folder.path)
        let found = files.flatMap { records(of: ArticleReaders.open($0)) }
        #expect(found.compactMap { $0.reject?.code } == [.unreadable, .unreadable, .unreadable])
    }

    @Test func pathsAreRelativeToTheManifest() throws {
        let folder = try TemporaryFolder()
        try folder.write("sub/c.txt", "x")
        try folder.write("sub/list.txt", "c.txt\n\(folder.path)/sub/c.txt\n")
        #expect(
            try InputListing.expand(["@sub/list.txt"], relativeTo: folder.path).map(\.path) == [
                "\(folder.path)/sub/c.txt"
            ])
        #expect(try labels("@\(folder.path)/sub/list.txt", in: folder) == ["c.txt"])
    }

    @Test func whatIsNoManifest() throws {
        let folder = try TemporaryFolder()
        try folder.write("@name.txt", "x")
        #expect(try labels("@name.txt", in: folder) == ["@name.txt"])
        #expect(throws: LoadingError.noSuchInput("@missing.txt")) { try labels("@missing.txt", in: folder) }
        #expect(throws: LoadingError.noSuchInput("@")) { try labels("@", in: folder) }
    }
}
