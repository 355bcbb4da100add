import Foundation
import Glibc
import TestSupport
import Testing

/// Queries that are kept under names, through the real programs.
@Suite struct StandingTests {
    @Test func theyAreKeptWatchedForAndForgotten() async throws {
        try await Installation.with { installation in
            var installation = installation
            installation.environment["DATELINE_CONFIG"] = try installation.write("standing_queries = 3\n", to: "config")
            let daemon = try installation.startDaemon()
            #expect(try await installation.daemonListens())
            for arguments in [["rivers", "river"], ["baku", "market", "--where", "place=Baku"], ["all", "*"]] {
                #expect(try await installation.dateline(["queries", "add"] + arguments).status == 0)
            }
            let list = try await installation.dateline("queries")
            #expect(list.output == "all  *\nbaku  market --where place=Baku\nrivers  river\n")
            let more = try await installation.dateline("queries", "add", "more", "x")
            #expect(more.status == 2)
            #expect(more.diagnostics.contains("more than 3 standing queries"), "\(more.diagnostics)")
            let bad = try await installation.dateline("queries", "add", "rivers", "(river")
            #expect(bad.status == 2)
            #expect(try await installation.dateline("queries", "remove", "none").status == 1)
            #expect(try await installation.dateline("watch", "--saved", "none").status == 1)

            let all = try Watching.start(installation, ["--saved"])
            let one = try Watching.start(installation, ["--saved", "baku"])
            for watch in [all, one] { #expect(try await Watching.reaches(0, watch)) }
            let article = #"{"id":"a","passages":["The market of Baku.","A river in Paris."]}"#
            #expect(try await installation.dateline("index", "-", input: article).status == 0)
            let revision = try await Watching.revision(installation)
            for watch in [all, one] { #expect(try await Watching.reaches(revision, watch)) }
            #expect(
                Watching.hits(all.outputSoFar).map { "\($0.query ?? "") \($0.id)" } == [
                    "all a#1", "baku a#1", "all a#2", "rivers a#2",
                ])
            #expect(Watching.hits(one.outputSoFar).map { "\($0.query ?? "") \($0.id)" } == ["baku a#1"])

            // A backup has them, and a daemon that starts again knows them.
            #expect(try await installation.dateline("queries", "remove", "all").status == 0)
            let backup = installation.folder + "/backup.tar"
            #expect(try await installation.dateline("backup", backup).status == 0)
            #expect(try await installation.dateline("reindex").status == 0)
            kill(daemon.processID, SIGKILL)
            _ = try await daemon.end()
            let again = try installation.startDaemon()
            #expect(try await installation.daemonListens())
            #expect(try await installation.dateline("queries", "--format", "ids").output == "baku\nrivers\n")
            let other = #"{"id":"b","text":"Another river."}"#
            #expect(try await installation.dateline("index", "-", input: other).status == 0)
            #expect(try await Watching.reaches(try await Watching.revision(installation), all))
            #expect(Watching.hits(all.outputSoFar).map(\.id) == ["a#1", "a#1", "a#2", "a#2", "b#1"])
            let restored = installation.folder + "/restored"
            let restore = try await installation.dateline("restore", "--index", restored, backup)
            #expect(restore.status == 0, "\(restore.diagnostics)")
            #expect(
                try String(contentsOfFile: restored + "/queries.tsv", encoding: .utf8).hasSuffix("\nrivers\tq=river\n"))
            for watch in [all, one] { kill(watch.processID, SIGTERM) }
            kill(again.processID, SIGTERM)
            #expect(try await again.end().status == 0)
        }
    }
}
