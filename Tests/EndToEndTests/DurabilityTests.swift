import Foundation
import Glibc
import TestSupport
import Testing

/// What must be on the disk when a write is acknowledged, seen in the daemon's system calls.
@Suite(.enabled(if: TestSupport.installedProgram("strace") != nil, "strace is not installed"))
struct DurabilityTests {
    private static let one = #"{"id":"a","text":"Baku is windy."}"#
    private static let two = #"{"id":"b","text":"Ganja is sunny."}"#

    /// Starts a daemon whose calls that concern the disk are written to a file.
    private static func traced(_ installation: Installation, _ options: String...) throws -> RunningProgram {
        let strace = try #require(TestSupport.installedProgram("strace"))
        return try RunningProgram(
            strace, ["-f", "-y", "-o", installation.folder + "/trace"] + options + [TestSupport.program("datelined")],
            environment: installation.environment)
    }

    @Test func aCommitSyncsTheFolderThatItRenamedAFileIn() async throws {
        try await Installation.with { installation in
            let tracer = try Self.traced(installation, "-e", "trace=mkdir,rename,fsync,fdatasync")
            #expect(try await installation.daemonListens())
            #expect(try await installation.dateline(["index", "-"], input: Array(Self.one.utf8)).status == 0)
            #expect(try await installation.dateline("delete", "a").status == 0)
            try await installation.endDaemon()
            _ = try await tracer.end()

            let calls = try String(contentsOfFile: installation.folder + "/trace", encoding: .utf8)
                .split(separator: "\n").filter { $0.hasSuffix(" = 0") }
            let (root, database) = (installation.index, installation.index + "/db")
            func syncs(_ call: Substring, _ folder: String) -> Bool {
                call.contains(" fsync(") && call.hasSuffix("<\(folder)>) = 0")
                    || call.contains(" fsync(") && call.contains("<\(folder)>)")
            }
            let renames = calls.indices.filter { calls[$0].contains("rename(") && calls[$0].contains("/iamglass\"") }
            // The database, its schema, an article, a deletion.
            #expect(renames.count == 4)
            for (number, rename) in renames.enumerated() {
                // Of the first two one folder's sync is enough: nothing is acknowledged between them.
                let next = number == 0 ? calls.count : renames.dropFirst(number + 1).first ?? calls.count
                #expect(calls[rename..<next].contains { syncs($0, database) }, "commit \(number)")
            }
            let made = try #require(calls.firstIndex { $0.contains("mkdir(\"\(database)\"") })
            #expect(calls[made...].contains { syncs($0, root) })
            let index = try #require(calls.firstIndex { $0.contains("mkdir(\"\(root)\"") })
            #expect(calls[index...].contains { syncs($0, installation.folder) })
        }
    }

    /// The disk fails when the folder is synced: the write is on the disk or not, and reported as failed. What is there
    /// is found at once, and the next write is done.
    @Test func aFailingDiskIsAFailedCommitAndNoMore() async throws {
        try await Installation.with { installation in
            // The first sync of this folder is that of opening, the second that of the first commit.
            let tracer = try Self.traced(
                installation, "-P", installation.index + "/db", "-e", "trace=fsync", "-e",
                "inject=fsync:error=EIO:when=2")
            #expect(try await installation.daemonListens())
            let failed = try await installation.dateline(["index", "-"], input: Array(Self.one.utf8))
            #expect(failed.status == 3, "\(failed.diagnostics)")
            #expect(failed.diagnostics.contains("\(installation.index)/db could not be written to the disk"))
            // Reported as failed, the article is there all the same, and whoever searches sees so without waiting.
            let count = try await installation.dateline("count", "--no-start", "windy")
            #expect(count.output == "1\n", "\(count.diagnostics)")
            let both = Array((Self.one + "\n" + Self.two).utf8)
            let again = try await installation.dateline(["index", "-"], input: both)
            #expect(again.status == 0)
            #expect(again.diagnostics.hasPrefix("indexed 2 articles (1 new, 0 replaced, 1 unchanged)"))
            #expect(try await installation.dateline("count", "--no-start").output == "2\n")
            try await installation.endDaemon()
            _ = try await tracer.end()
            let trace = try String(contentsOfFile: installation.folder + "/trace", encoding: .utf8)
            #expect(trace.contains("EIO"), "no sync failed")
        }
    }
}
