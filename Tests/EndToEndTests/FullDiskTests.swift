import Foundation
import TestSupport
import Testing

/// A disk without room, which a limit on the size of the daemon's files stands for: writes fail in the same calls.
@Suite(.enabled(if: TestSupport.installedProgram("prlimit") != nil, "prlimit is not installed"))
struct FullDiskTests {
    @Test func writesFailReadsGoOnAndWithRoomAllIsWell() async throws {
        try await Installation.withSeeds { installation in
            let before = try await installation.dateline("search", "--format", "ids", "baku OR accords")
            #expect(before.status == 0)
            try await limitFiles(of: installation, to: "65536:")

            let failed = try await installation.dateline(["index", "-"], input: Self.articles)
            #expect(failed.status != 0)
            #expect(failed.diagnostics.contains("the database failed"), "\(failed.diagnostics.suffix(2_000))")
            for _ in 0..<3 {
                let after = try await installation.dateline(
                    "search", "--no-start", "--format", "ids", "baku OR accords")
                #expect(after.output == before.output, "\(after.diagnostics)")
                #expect(try await installation.dateline("count", "--no-start").output == "33\n")
            }
            // Another write fails in the same way, and does no more harm.
            #expect(try await installation.dateline(["index", "-"], input: Self.articles).status != 0)
            #expect(try await installation.dateline("count", "--no-start", "filler").output == "0\n")

            try await limitFiles(of: installation, to: "unlimited:")
            let taken = try await installation.dateline(["index", "-"], input: Self.articles)
            #expect(taken.status == 0, "\(taken.diagnostics.suffix(2_000))")
            #expect(try await installation.dateline("count", "--no-start", "filler").output == "300\n")
            #expect(try await installation.dateline("count", "--no-start").output == "333\n")

            try await installation.endDaemon()
            if let check = TestSupport.installedProgram("xapian-check") {
                let run = try await ProgramRun.of(check, [installation.index + "/db"])
                #expect(run.status == 0 && run.output.contains("No errors found"), "\(run.output)")
            }
            // What a restart finds is the same.
            #expect(try await installation.dateline("count", "filler").output == "300\n")
        }
    }

    private func limitFiles(of installation: Installation, to limit: String) async throws {
        let daemon = try #require(installation.daemonID)
        let program = try #require(TestSupport.installedProgram("prlimit"))
        let run = try await ProgramRun.of(program, ["--pid", "\(daemon)", "--fsize=\(limit)"])
        #expect(run.status == 0, "\(run.diagnostics)")
    }

    /// Three hundred articles, of words enough to need room.
    private static let articles: [UInt8] = {
        var random = SplitMix(seed: 7)
        return (0..<300).flatMap { number in
            let words = (0..<100).map { _ in "w\(UInt16.random(in: 0...9_999, using: &random))" }
            return Array("{\"id\":\"f/\(number)\",\"text\":\"filler \(words.joined(separator: " "))\"}\n".utf8)
        }
    }()
}
