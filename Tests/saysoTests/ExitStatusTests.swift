import Assembly
import Testing

@testable import sayso

@Suite struct ExitStatusTests {
    @Test(arguments: [
        (AssemblyError.badRecipe(RecipeError(file: "r", problems: [])), 78),
        (.noSuchInput("a"), 66),
        (.tooManyRejects(rejected: 2, articles: 3, percentAllowed: 5), 65),
        (.invalidDataset(folder: "a", findings: 1), 65),
        (.malformedGold(file: "a", line: 1, reason: "b"), 65),
        (.cannotCreate(path: "a", reason: "b"), 73),
        (.readFailed(path: "a", reason: "b"), 74),
        (.writeFailed(path: "a", reason: "b"), 74),
        (.locked(path: "a", holder: ""), 75),
        (.internalFault("a"), 70),
    ])
    func everyErrorHasItsCode(error: AssemblyError, code: Int) {
        #expect(ExitStatus(error).rawValue == Int32(code))
    }

    @Test func usageErrors() throws {
        let lines: [[String]] = [
            ["run"], ["run", "--bogus", "x"], ["frobnicate"], ["run", "a", "b"], ["run", "a", "--workers", "0"],
            ["run", "a", "--workers", "many"], ["run", "a", "--verbose", "--quiet"], ["extract", "--format", "pdf"],
            ["validate"], ["explain"], ["explain", "a", "--in"], ["--verison"],
        ]
        for line in lines {
            let call = try Invocation.shell("exec $SAYSO " + line.joined(separator: " "))
            #expect(call.status == 64 && !call.wasKilled, "\(line): \(call)")
            #expect(call.output.isEmpty)
            #expect(call.errors.hasPrefix("sayso: ") && call.errors.contains("Usage: sayso"), "\(line)")
        }
    }

    @Test func helpIsAnAnswer() throws {
        for line in [["--help"], ["run", "--help"], ["help", "extract"], ["evaluate", "--help"], []] {
            let call = try Invocation.shell("exec $SAYSO " + line.joined(separator: " "))
            #expect(call.status == 0 && call.errors.isEmpty, "\(line)")
            for status in ExitStatus.allCases {
                #expect(call.output.contains(" \(status.rawValue)  \(status.meaning)\n"), "\(line)")
            }
        }
    }

    @Test func helpNamesEveryKeyOfARecipe() throws {
        let help = try Invocation.sayso("run", "--help").output
        for key in RecipeKey.allCases { #expect(help.contains("    \(key.rawValue)"), "\(key)") }
    }

    @Test func version() throws {
        let call = try Invocation.sayso("--version")
        #expect(call.status == 0 && call.output == saysoVersion + "\n")
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionScripts(shell: String) throws {
        let call = try Invocation.sayso("--generate-completion-script", shell)
        #expect(call.status == 0 && call.output.contains("extract"))
    }

    @Test func aMissingRecipe() throws {
        let call = try Invocation.sayso("run", "nowhere.yaml")
        #expect(call.status == 66)
        #expect(call.errors == "sayso: nowhere.yaml: no such input\n")
    }

    @Test func aRecipeThatIsAFolder() throws {
        let call = try Invocation.sayso("run", "/tmp")
        #expect(call.status == 74)
        #expect(call.errors == "sayso: /tmp: cannot read: Is a directory\n")
    }

    @Test func aBadRecipeNamesEveryPlace() throws {
        let scratch = try Scratch()
        let file = try scratch.file("r.yaml", "version: 1\nname: a\ninputs: [x]\nworker: 2\ncsv: {bom: 1}\n")
        let call = try Invocation.sayso("run", file)
        #expect(call.status == 78)
        let lines = call.errors.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("sayso: \(file):4:1: unknown key 'worker'; did you mean 'workers'?") == true)
        #expect(lines.last?.hasPrefix("sayso: \(file):5:12: '1'; allowed: true or false") == true)
    }

    @Test func aRecipeThatIsNotText() throws {
        let call = try Invocation.shell(#"f=$(mktemp); printf 'version: 1\nname: \303\251\377\n' > $f; $SAYSO run $f"#)
        #expect(call.status == 78)
        #expect(call.errors.hasSuffix(":2:8: a byte that is not UTF-8\n"), "\(call.errors)")
    }

    @Test func aFileNameCannotSpeakToTheTerminal() throws {
        let call = try Invocation.sayso("run", "a\u{1B}[2J\u{202E}.yaml")
        #expect(call.errors == "sayso: a\\u{1B}[2J\\u{202E}.yaml: no such input\n")
    }

    @Test func aFullDiskBehindStandardOutput() throws {
        let call = try Invocation.sayso("--help", outputFile: "/dev/full")
        #expect(call.status == 74)
        #expect(call.errors == "sayso: standard output: cannot write: No space left on device\n")
    }

    @Test func aClosedStandardOutput() throws {
        let call = try Invocation.shell("exec $SAYSO --help >&-")
        #expect(call.status == 74)
    }

    @Test func allDescriptorsClosed() throws {
        #expect(try Invocation.shell("exec $SAYSO --version <&- >&- 2>&-").status == 74)
        #expect(try Invocation.shell("exec $SAYSO run nowhere.yaml <&- >&- 2>&-").status == 66)
    }

    /// Many completion scripts fill the pipe, so that the write really fails.
    @Test func aReaderThatGoesAway() throws {
        let call = try Invocation.shell(
            "(sleep 0.2; exec $SAYSO --generate-completion-script zsh) | true; echo ${PIPESTATUS[0]}")
        #expect(call.output == "141\n" && call.errors.isEmpty)
    }
}
