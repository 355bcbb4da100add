import TestSupport
import Testing

/// Passages that several articles share, by the programs as they are installed.
@Suite struct CopiesTests {
    @Test func aHitTellsOfItsCopies() async throws {
        try await Installation.with { installation in
            let texts = [
                "Ferries stay in port, the Harbor Authority said.", "FERRIES stay in port - the harbor authority said",
                "Ferries leave again, the Harbor Authority said.",
            ]
            for (number, text) in texts.enumerated() {
                let file = try installation.write(text, to: "\(number).txt")
                #expect(try await installation.dateline("index", file).status == 0)
            }
            let text = try await installation.dateline("search", "ferries port")
            #expect(text.output.split(separator: "\n").count { $0.hasSuffix("same passage in 1 other article") } == 2)
            let json = try await installation.dateline("search", "--format", "json", "ferries harbor")
            #expect(json.output.split(separator: #""copies":1"#).count == 3)
            #expect(json.output.split(separator: #""copies""#).count == 3)
        }
    }
}
