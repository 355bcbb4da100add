import Foundation
import TestSupport
import Testing

/// Searches that are held to a state of the index, and to what they found.
@Suite struct PinTests {
    @Test func aSearchIsHeldToWhatItFound() async throws {
        try await Installation.with { installation in
            func index(_ lines: String) async throws {
                #expect(try await installation.dateline("index", "-", input: lines).status == 0)
            }
            try await index(
                #"{"id":"a","text":"A river, a river."}"# + "\n" + #"{"id":"b","text":"A river and a bridge."}"#)
            let pin = installation.folder + "/pin.json"
            let first = try await installation.dateline("search", "--pin", pin, "--format", "ids", "river")
            let manifest = try String(contentsOfFile: pin, encoding: .utf8)
            for part in [#""request":"q=river""#, #""parsed":"river""#] {
                #expect(manifest.contains(part), "\(manifest)")
            }

            // In the same state everything is the same.
            let same = try await installation.dateline("search", "--at", pin, "--format", "ids", "river")
            #expect(same.output == first.output && same.status == 0)
            let revision = try await Watching.revision(installation)
            #expect(try await installation.dateline("count", "--at", "\(revision)", "river").output == "2\n")
            let verified = try await installation.dateline("search", "--verify", pin)
            #expect(verified.status == 0 && verified.output.isEmpty, "\(verified.output)")

            // An article that came and one that went are told; the state is not there any more.
            try await index(#"{"id":"c","text":"River. River. River."}"#)
            #expect(try await installation.dateline("delete", "b").status == 0)
            let changed = try await installation.dateline("search", "--verify", pin)
            #expect(changed.status == 1 && changed.output.contains("- b#1\n+ c#1\n"), "\(changed.output)")
            let held = [["search", "--at", pin], ["count", "--at", "\(revision)"], ["facet", "place", "--at", pin]]
            for command in held {
                let stale = try await installation.dateline(command + ["river"])
                #expect(stale.status == 6 && stale.output.isEmpty, "\(stale.output)")
                #expect(stale.diagnostics.contains("since then 1 passage came in"), "\(stale.diagnostics)")
            }
            let other = try await installation.dateline("count", "--at", "another@\(revision)", "river")
            #expect(other.status == 6 && other.diagnostics.contains("another index"), "\(other.diagnostics)")
            #expect(try await installation.dateline("search", "--at", "12.x", "river").status == 2)
            #expect(try await installation.dateline("search", "--verify", installation.folder + "/none").status == 2)

            // Corrections change no revision, and are part of the state all the same.
            #expect(try await installation.dateline("search", "--pin", pin, "river").status == 0)
            let corrected = try await installation.dateline("entities", "hide", "person=Nobody Known")
            #expect(corrected.status == 0)
            let last = try await installation.dateline("search", "--at", pin, "river")
            #expect(last.status == 6 && last.diagnostics.contains("corrections"), "\(last.diagnostics)")
        }
    }
}
