import Foundation
import Testing

@testable import Writing

@Suite struct OutputLocationTests {
    @Test(arguments: ["", ".", "..", ".hidden", "a/b", "a\u{0}b"])
    func badNamesAreRefused(_ name: String) {
        #expect(throws: WritingError.invalidName(name)) { try OutputLocation(folder: "Output", name: name) }
    }

    @Test func whatIsNotOursIsLeftAlone() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            try FileManager.default.createDirectory(atPath: folder + "/x", withIntermediateDirectories: true)
            try write([1], to: folder + "/x/mine")
            #expect(throws: WritingError.occupied(path: folder + "/x", found: "a folder")) { try location.prepare() }
            #expect(try read(folder + "/x/mine") == [1])
            try FileManager.default.removeItem(atPath: folder + "/x")
            try write([1], to: folder + "/x")
            #expect(throws: WritingError.occupied(path: folder + "/x", found: "a file")) { try location.prepare() }
            try FileManager.default.removeItem(atPath: folder + "/x")
            try FileManager.default.createSymbolicLink(atPath: folder + "/x", withDestinationPath: "/etc")
            #expect(throws: WritingError.occupied(path: folder + "/x", found: "a link to /etc")) {
                try location.prepare()
            }
        }
    }

    @Test func aFolderThatCannotBeMadeIsAnError() throws {
        try withTemporaryFolder { folder in
            try write([1], to: folder + "/file")
            let location = try OutputLocation(folder: folder + "/file/Output", name: "x")
            #expect(throws: WritingError.cannotCreate(path: folder + "/file", errno: ENOTDIR)) {
                try location.prepare()
            }
        }
    }

    @Test func anOutputFolderMayBeALink() throws {
        try withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/disk", withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(atPath: folder + "/Output", withDestinationPath: "disk")
            try OutputLocation(folder: folder + "/Output", name: "x").prepare()
            #expect(FileManager.default.fileExists(atPath: folder + "/disk/.x"))
        }
    }

    @Test func generationNamesSort() {
        #expect(OutputLocation.generationName(12) == "generation-000012")
        #expect(OutputLocation.generationNumber("generation-000012") == 12)
        #expect(OutputLocation.generationNumber("generation-1234567") == 1_234_567)
        for name in ["generation-12", "generation-000012.tmp", "generation-", "generation--00001", "store.sqlite"] {
            #expect(OutputLocation.generationNumber(name) == nil)
        }
    }
}
