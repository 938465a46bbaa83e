import Foundation
import Testing

@testable import sayso

/// `sayso explain` on a terminal and off it.
@Suite struct MarkStyleTests {
    private func explained(_ options: String..., environment: [String: String] = [:]) throws -> String {
        let folder = try RecipeFolder()
        try folder.write(
            "in/a.jsonl", #"{"id": "x", "text": "Ann\u001b[31m Lee said that the \u202ebridge\u0007 was safe."}"# + "\n"
        )
        #expect(try folder.run().status == 0)
        let row = try #require(try folder.lines("attributions.jsonl").first)
        let id = try #require(row.split(separator: "\"").first { $0.hasPrefix("att_") }.map(String.init))
        let call = try Invocation.sayso(["explain", id, "--in", folder.published] + options, environment: environment)
        #expect(call.status == 0 && call.errors.isEmpty, "\(call)")
        return call.output
    }

    private func hasControls(_ text: String) -> Bool {
        text.unicodeScalars.contains {
            $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
        }
    }

    @Test func plainMarksOffATerminal() throws {
        for environment in [[:], ["TERM": "xterm"], ["TERM": "xterm", "NO_COLOR": "1"]] {
            let output = try explained(environment: environment)
            #expect(output.contains("⟦cue|said⟧ ⟦content|that the \\u{202E}bridge\\u{7} was safe⟧"))
            #expect(!hasControls(output))
        }
        #expect(try explained("--no-color").contains("⟦cue|said⟧"))
    }

    /// The only control characters are ours, each a colour: none of the article's come through.
    @Test func colours() throws {
        let output = try explained("--color")
        #expect(output.contains("\u{1B}[1;33msaid\u{1B}[0m") && !output.contains("⟦"))
        #expect(
            output.contains("    \u{1B}[1;36msource\u{1B}[0m \u{1B}[1;33mcue\u{1B}[0m \u{1B}[32mcontent\u{1B}[0m\n"))
        #expect(!hasControls(output.replacing(/\u{1B}\[[0-9;]*m/, with: "")))
        #expect(output.contains("Ann\\u{1B}") && !output.contains("\u{1B}[31m"))
    }
}
