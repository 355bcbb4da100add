import Testing
import XapianKit

/// A match that is told to stop stops, whatever it finds.
@Suite struct StopTests {
    /// Every text has both words, never side by side: all are candidates and none matches.
    @Test func aPhraseStopsThoughNothingMatches() throws {
        try Fixture.withTexts([String](repeating: "left and right", count: 3_000)) { database, _ in
            let phrase = try XapianQuery.phrase([.term(bytes("left")), .term(bytes("right"))])
            #expect(try database.matchingDocids(phrase).isEmpty)
            #expect(code { _ = try database.matchingDocids(phrase, limit: .zero) } == .interrupted)
            #expect(code { _ = try database.matchingDocids(phrase, limit: .seconds(-1)) } == .interrupted)
            #expect(try database.matchingDocids(phrase, limit: .seconds(3_600)).isEmpty)
            let flag = StopFlag()
            #expect(try database.matchingDocids(phrase, stop: flag).isEmpty && !flag.isRaised)
            flag.raise()
            #expect(flag.isRaised)
            #expect(code { _ = try database.matchingDocids(phrase, stop: flag) } == .interrupted)
            // The handle is as good as before.
            #expect(try database.matchingDocids(.term(bytes("left"))).count == 3_000)
        }
    }
}
