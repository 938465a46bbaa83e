import Foundation
import Testing

@testable import Writing

@Suite struct RunLockTests {
    @Test func aSecondRunIsToldWhoHoldsIt() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            try location.prepare()
            do {
                let lock = try RunLock(at: location, processID: 4711, since: "2026-11-23 06:00")
                #expect(
                    throws: WritingError.locked(
                        path: location.lockPath, holder: "process 4711, since 2026-11-23 06:00")
                ) {
                    try RunLock(at: location, processID: 1, since: "now")
                }
                withExtendedLifetime(lock) {}
            }
            let next = try RunLock(at: location, processID: 12, since: "later")
            #expect(String(decoding: try read(location.lockPath), as: UTF8.self) == "process 12, since later\n")
            withExtendedLifetime(next) {}
        }
    }

    @Test func aPlantedLinkIsNotFollowed() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            try location.prepare()
            try write([7], to: folder + "/victim")
            try FileManager.default.createSymbolicLink(
                atPath: location.lockPath, withDestinationPath: folder + "/victim")
            #expect(throws: WritingError.cannotCreate(path: location.lockPath, errno: ELOOP)) {
                try RunLock(at: location, processID: 1, since: "now")
            }
            #expect(try read(folder + "/victim") == [7])
        }
    }
}
