import Foundation
import TestSupport
import Testing

/// Texts that are kept in `Golden/` and compared byte for byte. `UPDATE_GOLDEN=1 swift test` writes them anew.
enum Golden {
    /// Expects that `text` is what the file holds.
    static func expect(_ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let path = TestSupport.checkout + "Tests/EndToEndTests/Golden/" + name
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text == expected, "differs from Golden/\(name)", sourceLocation: sourceLocation)
    }

    /// A reply with what differs from run to run put out of sight, and scores to four decimals: the last digits of a
    /// logarithm, which a cursor has as well, depend on the machine.
    static func masked(_ json: String) -> String {
        json.replacing(/"took_ms":[0-9.e-]+/, with: #""took_ms":0"#)
            .replacing(/"uuid":"[^"]*"/, with: #""uuid":"-""#)
            .replacing(/"revision":[0-9]+/, with: #""revision":0"#)
            .replacing(/"next":"[0-9]+-([0-9]+)-[0-9a-f]+-/) { #""next":"0-\#($0.1)-0-"# }
            .replacing(/"score":([0-9.e-]+)/) { #""score":"# + rounded($0.1) }
    }

    /// A table whose first column is the score.
    static func maskedScores(_ table: String) -> String {
        table.replacing(/(?m)^[0-9]+\.[0-9e-]+/) { rounded($0.0) }
    }

    private static func rounded(_ number: Substring) -> String { String(format: "%.4f", Double(number) ?? .nan) }
}
