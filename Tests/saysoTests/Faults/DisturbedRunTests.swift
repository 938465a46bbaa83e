import Foundation
import Testing

@testable import sayso

/// Full disks, limits, signals, damaged stores, wrong clocks, strange surroundings.
@Suite(.serialized) struct DisturbedRunTests {
    // MARK: Disks

    /// A file system that is full at every stage of a run: first the store does not fit, then the tables, then nothing else.
    @Test(.enabled(if: Disturber.canMount, "this user may not mount a tmpfs"))
    func aDiskThatIsFull() throws {
        let bench = try FaultBench()
        try bench.reset()
        let ended = try Invocation.shell(
            """
            exec unshare -m bash -c '
            set -eu
            cd "$1"; program=$2
            cp -a Output Kept; mount -t tmpfs -o size=64m none Output; cp -a Kept/. Output/
            fails=0
            for room in 0 4 16 32 64 96 128 160 200 240 280 320 360 400 480 560 640 800; do
                used=$(df -k --output=used Output | tail -1)
                rm -rf Output/.news Output/news; cp -a Kept/. Output/
                mount -o remount,size=$(( $(df -k --output=used Output | tail -1) + room ))k Output
                status=0; "$program" run news.yaml 2>errors || status=$?
                if [ $status = 0 ]; then break; fi
                fails=$((fails + 1))
                [ $status = 74 ] || [ $status = 73 ] || { echo "status $status at $room"; cat errors; exit 1; }
                [ "$(wc -l <errors)" = 1 ] || { echo "messages at $room:"; cat errors; exit 1; }
                for file in Kept/news/*; do
                    name=${file##*/}
                    cmp -s "$file" "Output/news/$name" || { echo "$name is another at $room"; exit 1; }
                done
                mount -o remount,size=64m Output
                "$program" run news.yaml || { echo "the next run fails at $room"; exit 1; }
                "$program" validate Output/news >/dev/null
                for file in Clean/news/*; do
                    name=${file##*/}
                    [ $name = run.json ] || cmp "$file" "Output/news/$name" || exit 1
                done
            done
            echo "full $fails times"
            ' - '\(try cleanOutput(of: bench))' '\(Invocation.program)'
            """)
        #expect(ended.status == 0, "\(ended)")
        let times = ended.output.split(separator: " ").compactMap { Int($0) }.first ?? 0
        #expect(times >= 4, "\(ended)")
    }

    /// Puts an undisturbed output beside, in `Clean`.
    private func cleanOutput(of bench: FaultBench) throws -> String {
        #expect(try bench.folder.run("--output", bench.folder.path + "/Clean").status == 0)
        return bench.folder.path
    }

    @Test(.enabled(if: Disturber.canMount, "this user may not mount a tmpfs"))
    func anOutputThatCannotBeWritten() throws {
        let bench = try FaultBench()
        try bench.reset()
        let ended = try Invocation.shell(
            """
            exec unshare -m bash -c '
            cd "$1"; mount --bind Output Output; mount -o remount,ro,bind Output
            "$2" run news.yaml' - '\(bench.folder.path)' '\(Invocation.program)'
            """)
        #expect([73, 74].contains(ended.status), "\(ended)")
        #expect(ended.errors.contains("Read-only file system") || ended.errors.contains("readonly"), "\(ended)")
        #expect(try bench.folder.files() == bench.before)
        try bench.expectIntact("a read-only output")
    }

    // MARK: Limits

    @Test(
        .enabled(if: !Disturber.isSanitized, "a sanitizer needs more memory than the limit"),
        arguments: ["-n 16", "-n 24", "-f 1", "-f 30", "-f 100", "-v 60000", "-v 200000", "-v 260000"])
    func aLimitThatIsHit(limit: String) throws {
        let bench = try FaultBench()
        try bench.reset()
        let ended = try bench.run(under: [], shell: "ulimit -c 0; ulimit \(limit); ")
        if ended.status != 0 || ended.wasKilled { #expect(!ended.errors.isEmpty, "\(limit): no message") }
        if limit.hasPrefix("-f") { #expect(ended.status == 74 && !ended.wasKilled, "\(limit): \(ended)") }
        if limit == "-v 60000" { #expect(ended.status != 0) }
        try bench.expectIntact("ulimit \(limit)")
    }

    // MARK: Signals

    @Test(arguments: [SIGTERM, SIGINT, SIGKILL])
    func aSignalInMidRun(signal: Int32) throws {
        let bench = try FaultBench()
        var ended = 0
        for delay in [2, 20, 50, 80, 120, 160, 200, 300] {
            try bench.reset()
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Invocation.program)
            process.arguments = ["run", bench.folder.recipe]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32(delay) * 1000)
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal {
                ended += 1
                #expect(process.terminationStatus == signal)
            } else {
                #expect(process.terminationStatus == 0)
            }
            try bench.expectIntact("signal \(signal) after \(delay) ms")
        }
        #expect(ended > 0)
    }

    @Test func aLockDiesWithItsRun() throws {
        let folder = try RecipeFolder(inputs: "['-']")
        let first = Process()
        first.executableURL = URL(fileURLWithPath: Invocation.program)
        first.arguments = ["run", folder.recipe]
        let articles = Pipe()
        first.standardInput = articles
        try first.run()
        let lock = folder.output + "/.news/lock"
        for _ in 0..<500 where FileManager.default.contents(atPath: lock)?.isEmpty ?? true { usleep(10_000) }
        #expect(try folder.run().status == 75)
        let clock = ContinuousClock()
        var begin = clock.now
        #expect(try folder.run("--wait", "1").status == 75)
        #expect(clock.now - begin >= .seconds(1))
        // Who waits gets it when the holder dies, and reads an empty standard input.
        let waiting = Process()
        waiting.executableURL = URL(fileURLWithPath: Invocation.program)
        waiting.arguments = ["run", folder.recipe, "--wait", "100"]
        waiting.standardInput = FileHandle.nullDevice
        try waiting.run()
        usleep(300_000)
        #expect(waiting.isRunning)
        begin = clock.now
        kill(first.processIdentifier, SIGKILL)
        first.waitUntilExit()
        waiting.waitUntilExit()
        #expect(waiting.terminationStatus == 0 && clock.now - begin < .seconds(20))
        // Who waits can be stopped.
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        holder.arguments = [lock, "sleep", "30"]
        try holder.run()
        usleep(200_000)
        let stopped = Process()
        stopped.executableURL = URL(fileURLWithPath: Invocation.program)
        stopped.arguments = ["run", folder.recipe, "--wait", "100"]
        stopped.standardError = FileHandle.nullDevice
        try stopped.run()
        usleep(300_000)
        stopped.terminate()
        stopped.waitUntilExit()
        #expect(stopped.terminationReason == .uncaughtSignal && stopped.terminationStatus == SIGTERM)
        holder.terminate()
        holder.waitUntilExit()
    }

    // MARK: The store

    /// Bytes turned over, cut off, emptied, put in the place of others: the run makes what is lost again, in the same run.
    @Test func aDamagedStore() throws {
        let bench = try FaultBench()
        let store = bench.folder.output + "/.news/store.sqlite"
        try bench.reset()
        let sound = try Data(contentsOf: URL(fileURLWithPath: store))
        var damages: [(String, (inout Data) -> Void)] = [
            ("empty", { $0 = Data() }), ("half", { $0 = $0.prefix($0.count / 2) }),
            ("no store", { $0 = Data(repeating: 7, count: 100_000) }),
            ("the header alone", { $0 = $0.prefix(100) }),
            ("zeros behind", { $0[4096...] = Data(count: $0.count - 4096) }),
        ]
        let step = FaultBench.isThorough ? 4096 : 4096 * 5
        for start in stride(from: 0, to: sound.count, by: step) {
            damages.append(
                (
                    "page \(start / 4096)",
                    { data in for offset in stride(from: 150, to: 4096, by: 7) { data[start + offset] ^= 0x5A } }
                ))
        }
        for (what, damage) in damages {
            try bench.reset()
            var bytes = sound
            damage(&bytes)
            try bytes.write(to: URL(fileURLWithPath: store))
            let ended = try bench.folder.run()
            #expect(ended.status == 0, "\(what): \(ended)")
            #expect(try bench.folder.files() == bench.after, "\(what)")
            try bench.expectIntact(what)
        }
    }

    // MARK: Clocks and surroundings

    /// How far off a clock is that shows a leap day, a new year, the last seconds of 32 bits.
    static let strangeMoments = ["2028-02-29T23:59:58Z", "2026-12-31T23:59:59Z", "2038-01-19T03:14:06Z"].compactMap {
        (try? Date($0, strategy: .iso8601)).map { Int($0.timeIntervalSinceNow) }
    }

    @Test(
        .enabled(if: Disturber.shim != nil, "there is no C compiler"),
        arguments: [-400_000_000, -86_400, -60, 60, 86_400, 500_000_000] + DisturbedRunTests.strangeMoments)
    func aWrongClock(seconds: Int) throws {
        let bench = try FaultBench()
        try bench.reset()
        let shim = try #require(Disturber.shim)
        for round in 0..<2 {
            let ended = try bench.run(under: ["env", "LD_PRELOAD=\(shim)", "SHIM_CLOCK=\(seconds)"])
            #expect(ended.status == 0 && ended.errors.isEmpty, "\(ended)")
            #expect(try bench.folder.files() == bench.after, "round \(round)")
        }
        // The clock is right again, and a file has changed.
        try bench.expectIntact("a clock off by \(seconds) s")
        try bench.folder.write("in/a.jsonl", GeneratedArticles.jsonLines(0..<29))
        #expect(try bench.folder.run().status == 0)
        #expect(try bench.folder.lines("articles.jsonl").count == 59)
    }

    @Test(.enabled(if: Disturber.shim != nil, "there is no C compiler"), arguments: [1, 7, 1000])
    func aDiskThatTakesAFewBytesAtATime(bytes: Int) throws {
        let bench = try FaultBench()
        try bench.reset()
        let shim = try #require(Disturber.shim)
        let ended = try bench.run(under: ["env", "LD_PRELOAD=\(shim)", "SHIM_SHORT=\(bytes)"])
        #expect(ended.status == 0 && ended.errors.isEmpty, "\(ended)")
        #expect(try bench.folder.files() == bench.after)
    }

    @Test func surroundingsChangeNothing() throws {
        let bench = try FaultBench()
        for setting in [
            "env -i", "env -i LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8 TZ=Pacific/Apia",
            "env -i HOME=/nonexistent TMPDIR=/nonexistent PATH=/nonexistent",
        ] {
            try bench.reset()
            let ended = try Invocation.shell(
                "cd /; umask 077; exec \(setting) '\(Invocation.program)' run '\(bench.folder.recipe)'")
            #expect(ended.status == 0 && ended.errors.isEmpty, "\(ended)")
            #expect(try bench.folder.files() == bench.after, "\(setting)")
        }
    }

    // MARK: Readers

    /// Somebody opens the folder and reads all of it, again and again, while runs publish.
    @Test func everyReadingIsOfOneGeneration() throws {
        let bench = try FaultBench("workers: 2\nkeep_generations: 1\n")
        let script = """
            import hashlib, json, os, sys, time
            readings = 0
            seen = set()
            while not os.path.exists(sys.argv[2]):
                folder = os.open(sys.argv[1], os.O_RDONLY | os.O_DIRECTORY)
                def read(name):
                    with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=folder), "rb") as file:
                        return file.read()
                for resource in json.loads(read("datapackage.json"))["resources"]:
                    content = read(resource["path"])
                    assert "sha256:" + hashlib.sha256(content).hexdigest() == resource["hash"], resource["path"]
                seen.add(json.loads(read("run.json"))["generation"])
                os.close(folder)
                readings += 1
                time.sleep(0.005)
            print(readings, len(seen))
            """
        let reader = bench.folder.path + "/reader.py"
        try bench.folder.write("reader.py", script)
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-B", reader, bench.folder.published, bench.folder.path + "/stop"]
        process.standardOutput = output
        try process.run()
        defer { if process.isRunning { process.terminate() } }
        // By number and not by time, so that a slow machine sees as many.
        for publish in 0..<(FaultBench.isThorough ? 100 : 15) where process.isRunning {
            try bench.folder.write("in/a.jsonl", GeneratedArticles.jsonLines(0..<10 + publish % 3))
            #expect(try bench.folder.run().status == 0)
        }
        try bench.folder.write("stop", "")
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let counts = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        #expect(counts.count == 2 && counts[0] > 20 && counts[1] > 5, "\(counts)")
    }
}
