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

    @Test func waitingTakesTheLockWhenItIsFree() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            try location.prepare()
            var first: RunLock? = try RunLock(at: location, processID: 1, since: "now")
            let clock = ContinuousClock()
            let begin = clock.now
            #expect(throws: WritingError.self) {
                try RunLock(at: location, processID: 2, since: "", patience: .init(wait: .milliseconds(350)))
            }
            #expect(clock.now - begin >= .milliseconds(350))
            // Whoever is interrupted does not wait to the end.
            #expect(throws: WritingError.self) {
                try RunLock(
                    at: location, processID: 2, since: "", patience: .init(wait: .seconds(600), isGivenUp: { true }))
            }
            withExtendedLifetime(first) {}
            first = nil
            let second = try RunLock(at: location, processID: 2, since: "", patience: .init(wait: .seconds(600)))
            withExtendedLifetime(second) {}
        }
    }

    @Test func aLockOnAFileThatIsGoneKeepsNobodyOut() throws {
        try withTemporaryFolder { folder in
            let location = try OutputLocation(folder: folder, name: "x")
            try location.prepare()
            let old = try RunLock(at: location, processID: 1, since: "now")
            try FileManager.default.removeItem(atPath: location.stateFolder)
            try location.prepare()
            let new = try RunLock(at: location, processID: 2, since: "now")
            #expect(throws: WritingError.self) { try RunLock(at: location, processID: 3, since: "now") }
            withExtendedLifetime((old, new)) {}
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
