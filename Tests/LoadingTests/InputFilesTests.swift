import Testing

@testable import Loading

struct InputFilesTests {
    private let text = InputReading(format: .text)
    private let csv = InputReading(format: .csv, columns: [.text: "story"])

    @Test func filesAreWhatWasAdded() {
        var files = InputFiles()
        files.append("b.txt", under: "in/", text)
        files.append("/abs/é.csv", under: "in/", csv)
        files.append("-", under: "", text)
        files.append("c.txt", under: "", text)
        #expect(
            Array(files) == [
                InputFile(label: "b.txt", path: "in/b.txt", reading: text),
                InputFile(label: "/abs/é.csv", path: "/abs/é.csv", reading: csv),
                InputFile(label: "-", path: "-", reading: text),
                InputFile(label: "c.txt", path: "c.txt", reading: text),
            ])
        #expect(Array(files.labels) == ["b.txt", "/abs/é.csv", "-", "c.txt"])
        #expect(files.indices.map { files.readings[files.readingIndex(at: $0)] } == [text, csv, text, text])
        #expect(files.selecting([2, 0]).map(\.path) == ["-", "in/b.txt"])
        #expect(InputFiles().isEmpty)
    }

    @Test func ofOnePathTheFirstStays() {
        var files = InputFiles()
        files.append("b", under: "/x/", text)
        files.append("a", under: "/x/", text)
        files.append("/x/a", under: "/y/", csv)
        files.append("x/a", under: "/", csv)
        files.append("a.b", under: "/x/", csv)
        files.append("a", under: "/x/", csv)
        files.sortByPath()
        #expect(files.map(\.path) == ["/x/a", "/x/a.b", "/x/b"])
        #expect(files.map(\.label) == ["a", "a.b", "b"])
        #expect(files.map(\.reading) == [text, csv, text])
    }

    @Test func theOrderIsThatOfTheBytes() {
        // Whether all have one root or not.
        for roots in [["r/"], ["r/", "r/s/"]] {
            var files = InputFiles()
            for root in roots {
                for label in ["é", "e\u{301}", "a/b", "a.b", "a", "B", "a b", "한"] {
                    files.append(label, under: root, text)
                }
            }
            let paths = Set(files.map { Array($0.path.utf8) })
            files.sortByPath()
            let sorted = files.map { Array($0.path.utf8) }
            #expect(sorted == paths.sorted { $0.lexicographicallyPrecedes($1) })
            files.sortByLabel()
            let labels = files.labels.map { Array($0.utf8) }
            #expect(labels == labels.sorted { $0.lexicographicallyPrecedes($1) })
        }
    }

    @Test func labelsThatTwoFilesShareAreTold() {
        var files = InputFiles()
        for (label, root) in [("a", "x/"), ("b", "x/"), ("a", "y/"), ("aa", "y/")] {
            files.append(label, under: root, text)
        }
        files.sortByPath()
        files.sortByLabel()
        #expect(files.map(\.path) == ["x/a", "y/a", "y/aa", "x/b"])
        #expect(files.indices.map(files.hasOwnLabel) == [false, false, true, true])
    }
}
