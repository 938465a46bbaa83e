import Foundation
import Testing
import TextModel

@testable import Loading

struct ArticleReadersTests {
    private func read(
        _ name: String, in folder: TemporaryFolder, limits: LoadingLimits = LoadingLimits(), format: InputFormat = .auto
    ) -> [LoadedRecord] {
        records(of: ArticleReaders.open(folder.input(name, format: format), limits: limits))
    }

    @Test func opensEachFormatByContent() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "Plain text.")
        try folder.write("b.dat", #"{"id":1,"text":"One."}"# + "\n" + #"{"id":2,"text":"Two."}"#)
        #expect(read("a.txt", in: folder).map { $0.article?.textString } == ["Plain text."])
        let articles = read("b.dat", in: folder).compactMap(\.article)
        #expect(articles.map(\.givenID) == ["1", "2"])
        #expect(articles.map(\.origin.record) == [1, 2])
        #expect(articles.map(\.origin.byteOffset) == [0, 23])
        #expect(articles.map(\.origin.file) == ["b.dat", "b.dat"])
        #expect(read("b.dat", in: folder, format: .text).count == 1)
    }

    @Test func aBadLineCostsOneRejectAndTheRestGoesOn() throws {
        let folder = try TemporaryFolder()
        let lines = [
            "\u{FEFF}{\"id\":\"a\",\"text\":\"x\"}", "", "{\"id\":\"b\",\"text\":", "{\"id\":\"c\"}",
            "{\"id\":\"d\",\"text\":\"" + String(repeating: "y", count: 300) + "\"}", "{\"id\":\"e\",\"text\":\"z\"}",
        ]
        try folder.write("a.jsonl", lines.joined(separator: "\r\n"))
        let found = read("a.jsonl", in: folder, limits: LoadingLimits(recordBytes: 200))
        #expect(found.map { $0.article?.givenID } == ["a", nil, nil, nil, "e"])
        #expect(found.map { $0.reject?.code } == [nil, .malformedJSON, .missingText, .articleTooLarge, nil])
        #expect(found.map { $0.reject?.origin.record ?? 0 } == [0, 3, 4, 5, 0])
        #expect(found.map { $0.reject?.givenID } == [nil, "b", "c", nil, nil])
        #expect(found.last?.article?.origin.record == 6)
    }

    @Test func whatIsNoFileIsARejectAtOnce() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("folder.txt")
        #expect(mkfifo("\(folder.path)/fifo", 0o600) == 0)
        let listener = try makeSocket("\(folder.path)/s")
        defer { close(listener) }
        for (name, kind) in [("folder.txt", "a folder"), ("fifo", "a FIFO"), ("s", "a socket")] {
            let reject = read(name, in: folder).first?.reject
            #expect(reject?.code == .notARegularFile)
            #expect(reject?.message == "\(kind), not a file")
            #expect(reject?.origin == Origin(file: name))
        }
        let device = records(of: ArticleReaders.open(InputFile(label: "n", path: "/dev/null"))).first?.reject
        #expect(device?.code == .notARegularFile)
    }

    @Test func whatCannotBeOpenedIsARejectInTheSystemsWords() throws {
        let folder = try TemporaryFolder()
        try folder.link("dangling", to: "nowhere")
        try folder.link("loop", to: "loop")
        for (name, message) in [
            ("missing", "No such file or directory"), ("dangling", "No such file or directory"),
            ("loop", "Too many levels of symbolic links"), (String(repeating: "n", count: 300), "File name too long"),
        ] {
            let found = read(name, in: folder)
            #expect(found.count == 1)
            #expect(found.first?.reject?.code == .unreadable)
            #expect(found.first?.reject?.message == message)
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
    func whatMayNotBeReadIsAReject() throws {
        let folder = try TemporaryFolder()
        chmod(try folder.write("secret", "x"), 0)
        #expect(read("secret", in: folder).first?.reject?.code == .unreadable)
        #expect(read("secret", in: folder).first?.reject?.message == "Permission denied")
    }

    @Test func aTextOverTheLimitIsNotReadWhole() throws {
        let folder = try TemporaryFolder()
        // A hole of a terabyte: reading it would never end.
        let path = try folder.write("huge.txt", "text")
        #expect(truncate(path, 1 << 40) == 0)
        let found = read("huge.txt", in: folder)
        #expect(found.map { $0.reject?.code } == [.articleTooLarge])
    }

    @Test(arguments: [
        ("a.jsonl", "{\"text\":\"x\"}\n{}"), ("a.csv", "id,text\r\n1,One.\r\n"), ("a.tsv", "text\nOne.\n"),
    ])
    func refusesLinesInUTF16Once(name: String, text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(name, [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(read(name, in: folder).map { $0.reject?.code } == [.invalidEncoding])
        try folder.write(name, [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        #expect(read(name, in: folder).map { $0.reject?.code } == [.invalidEncoding])
    }

    @Test func refusesFormatsThatAreNotRead() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.pdf", "%PDF-1.7 …")
        #expect(read("a.pdf", in: folder).map { $0.reject?.code } == [.unsupportedFormat])
    }

    @Test func filesAreClosedWhenTheirReadersEnd() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.jsonl", #"{"text":"x"}"#)
        try folder.write("a.txt", "x")
        let before = openDescriptors()
        for _ in 0..<200 {
            #expect(read("a.jsonl", in: folder).count == 1)
            #expect(read("a.txt", in: folder).count == 1)
        }
        // Other tests open files at the same time, but not 400.
        #expect(openDescriptors() < before + 200)
    }

    private func openDescriptors() -> Int { (0..<4096).count { fcntl(Int32($0), F_GETFD) != -1 } }

    private func makeSocket(_ path: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8CString)
        try #require(name.count <= MemoryLayout.size(ofValue: address.sun_path))
        withUnsafeMutableBytes(of: &address.sun_path) { room in name.withUnsafeBytes { room.copyMemory(from: $0) } }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        #expect(bound == 0)
        return descriptor
    }
}
