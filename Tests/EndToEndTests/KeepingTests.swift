import DatelineAPI
import Foundation
import Glibc
import TestSupport
import Testing

/// Checking, making compact, backing up and restoring an index, through the programs.
@Suite struct KeepingTests {
    @Test func aSoundIndexIsFoundSound() async throws {
        try await Installation.withSeeds { installation in
            let run = try await installation.dateline("check")
            #expect(run.status == 0, "\(run.diagnostics)")
            #expect(run.output.contains("db/postlist.glass\t"))
            #expect(run.output.hasSuffix("\nsound: 33 articles, 188 passages\n"), "\(run.output)")
            let json = try await installation.dateline("check", "--format", "json")
            let reply = try JSON.decode(CheckReply.self, from: json.outputBytes)
            #expect(reply.ok && reply.problems.isEmpty && reply.articles == 33 && reply.files.count > 40)

            let held = try await installation.startDaemon("--check").end()
            #expect(held.status == 1)
            #expect(held.diagnostics.contains("is held by another datelined"), "\(held.diagnostics)")
            try await installation.endDaemon()
            let offline = try await installation.startDaemon("--check").end()
            #expect(offline.status == 0, "\(offline.diagnostics)")
            #expect(offline.output == run.output)
        }
    }

    @Test func compactingShrinksTheDiskAndChangesNoAnswer() async throws {
        try await Installation.withSeeds { installation in
            for round in 0..<3 {
                let run = try await installation.dateline(["index", "-"], input: Self.articles(0..<200, round))
                #expect(run.status == 0)
            }
            let ids = (0..<180).map { "k/\($0)" }
            #expect(try await installation.dateline(["delete"] + ids).status == 0)
            let before = try await Self.answers(installation)
            let page = try await installation.dateline("search", "--format", "json", "-n", "1", "accords")
            let cursor = try #require(try JSON.decode(SearchReply.self, from: page.outputBytes).next)

            let run = try await installation.dateline("compact", "--format", "json")
            #expect(run.status == 0, "\(run.diagnostics)")
            let reply = try JSON.decode(CompactReply.self, from: run.outputBytes)
            #expect(reply.bytesAfter * 2 < reply.bytesBefore)
            #expect(try await Self.answers(installation) == before)
            // A cursor of before goes on rightly or is stale; the revision has risen, so it is stale.
            let stale = try await installation.dateline("search", "-n", "1", "--after", cursor, "accords")
            #expect(stale.status == 6, "\(stale.diagnostics)")
            #expect(try await installation.dateline("check").status == 0)
            // Writing goes on, and a second time there is little to gain.
            #expect(try await installation.dateline(["index", "-"], input: Self.articles(500..<501, 9)).status == 0)
            let again = try await installation.dateline("compact")
            #expect(again.status == 0, "\(again.diagnostics)")
            #expect(try await installation.dateline("count").output == "54\n")
            try await installation.endDaemon()
            #expect(try await installation.dateline("count").output == "54\n")
            #expect(try await installation.dateline("check").status == 0)
        }
    }

    @Test func anEmptyIndexIsCheckedCompactedAndBackedUp() async throws {
        try await Installation.with { installation in
            #expect(try await installation.dateline("check").status == 0)
            #expect(try await installation.dateline("compact").status == 0)
            #expect(try await installation.dateline(["index", "-"], input: Self.articles(0..<2, 0)).status == 0)
            #expect(try await installation.dateline("delete", "k/0", "k/1").status == 0)
            let compact = try await installation.dateline("compact")
            #expect(compact.status == 0, "\(compact.diagnostics)")
            let backup = installation.folder + "/b.tar"
            #expect(try await installation.dateline("backup", backup).status == 0)
            try await installation.endDaemon()
            let other = installation.folder + "/other"
            #expect(try await installation.dateline("restore", "--index", other, backup).status == 0)
            let check = try await installation.startDaemon("--check", "--index", other).end()
            #expect(check.status == 0, "\(check.output)")
        }
    }

    /// With articles coming in all the time, a backup is one state of the index, and answers as that does.
    @Test func aBackupTakenWhileWritingAnswersTheSameElsewhere() async throws {
        try await Installation.withSeeds { installation in
            let merge = try await installation.dateline("entities", "merge", "person=Steve Witkoff", "person=S W")
            #expect(merge.status == 0, "\(merge.diagnostics)")
            let gazetteer = try installation.write("place\tPort Zorkton\tZorkton\n", to: "own.tsv")
            let imported = try await installation.dateline("entities", "import", gazetteer)
            #expect(imported.status == 0, "\(imported.diagnostics)")
            let backup = installation.folder + "/b.tar"
            // Each batch has four articles, in one commit: a state between would have other than a multiple.
            async let writing = Self.keepWriting(installation, batches: 25)
            var taken: ProgramRun?
            for _ in 0..<3 { taken = try await installation.dateline("backup", "--force", backup) }
            let run = try #require(taken)
            #expect(run.status == 0, "\(run.diagnostics)")
            #expect(try await writing)

            // Never over a file, nor with half of one.
            let refused = try await installation.dateline("backup", backup)
            #expect(refused.status == 2)
            #expect(refused.diagnostics.contains("is there already"))

            // Now nothing is written: the last backup and the index itself are one state.
            let quiet = installation.folder + "/quiet.tar"
            #expect(try await installation.dateline("backup", quiet).status == 0)
            let expected = try await Self.answers(installation)
            let status = try await Self.status(installation)
            try await installation.endDaemon()

            for (number, file) in [backup, quiet].enumerated() {
                var elsewhere = installation
                let folder = installation.folder + "/elsewhere-\(number)"
                elsewhere.environment["DATELINE_INDEX"] = folder
                let restored = try await elsewhere.dateline("restore", file)
                #expect(restored.status == 0, "\(restored.diagnostics)")
                // Not over what is there.
                #expect(try await elsewhere.dateline("restore", file).status == 2)
                let count = try #require(Int(try await elsewhere.dateline("count", "zkept").output.dropLast()))
                #expect(count % 4 == 0)
                if file == quiet {
                    #expect(count == 100)
                    #expect(try await Self.answers(elsewhere) == expected)
                    let there = try await Self.status(elsewhere)
                    #expect(there.index == status.index && there.corrections == 1)
                    let own = try await elsewhere.dateline("entities", "gazetteers")
                    #expect(own.output.contains("own"), "\(own.output)")
                }
                #expect(try await elsewhere.dateline("check").status == 0)
                let pid = try #require(Int32(try String(contentsOfFile: folder + "/lock", encoding: .utf8).dropLast()))
                kill(pid, SIGTERM)
                while kill(pid, 0) == 0 { try await Task.sleep(for: .milliseconds(20)) }
            }
        }
    }

    @Test func whatIsNoWholeBackupIsNotRestored() async throws {
        try await Installation.withSeeds { installation in
            let backup = installation.folder + "/b.tar"
            #expect(try await installation.dateline("backup", backup).status == 0)
            let held = try await installation.dateline("restore", backup)
            #expect(held.status == 2 && held.diagnostics.contains("a daemon holds the index"), "\(held.diagnostics)")
            let bytes = Array(try Data(contentsOf: URL(filePath: backup)))
            let place = installation.folder + "/new/index"
            // Cut in a file, between two, and before the end; and something else.
            for length in [100, 1_024, 5_000, bytes.count / 2, bytes.count - 1_500] {
                let run = try await installation.dateline(
                    ["restore", "--index", place, "-"], input: Array(bytes.prefix(length)))
                #expect(run.status == 3, "\(length): \(run.diagnostics)")
                #expect(run.diagnostics.contains("backup"))
                #expect(!FileManager.default.fileExists(atPath: place))
            }
            let other = try await installation.dateline(
                ["restore", "--index", place, "-"], input: Array("no archive".utf8))
            #expect(other.status == 3)
            let whole = try await installation.dateline(["restore", "--index", place, "-"], input: bytes)
            #expect(whole.status == 0, "\(whole.diagnostics)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: place).sorted() == ["db"])
            let piped = try await installation.dateline("backup", "-")
            #expect(piped.status == 0 && piped.outputBytes.count == bytes.count)
        }
    }

    /// A client that takes nothing holds the one place for backups, and nothing else; when it goes, so does the copy.
    @Test func aClientThatDoesNotReadItsBackupHoldsUpOthersBackupsOnly() async throws {
        try await Installation.with { installation in
            #expect(try await installation.dateline(["index", "-"], input: Self.articles(0..<500, 0)).status == 0)
            var slow: RawConnection? = try RawConnection(installation.socket)
            slow?.send("GET /v1/admin/backup HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(slow?.read(until: "dateline backup 1").hasPrefix("HTTP/1.1 200 ") == true)
            let refused = try await installation.dateline("backup", installation.folder + "/b.tar")
            #expect(refused.status == 75, "\(refused.diagnostics)")
            #expect(!FileManager.default.fileExists(atPath: installation.folder + "/b.tar.part"))
            #expect(try await installation.dateline(["index", "-"], input: Self.articles(500..<501, 0)).status == 0)
            #expect(try await installation.dateline("count").output == "501\n")
            slow = nil
            var run = refused
            for _ in 0..<3_000 where run.status == 75 {
                try await Task.sleep(for: .milliseconds(20))
                run = try await installation.dateline("backup", "--force", installation.folder + "/b.tar")
            }
            #expect(run.status == 0, "\(run.diagnostics)")
            var names = [""]
            for _ in 0..<3_000 where !names.isEmpty {
                names = try FileManager.default.contentsOfDirectory(atPath: installation.index)
                    .filter { $0.hasPrefix("backup-") }
                if !names.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
            }
            #expect(names == [])
        }
    }

    /// What a killed daemon left of a backup is removed when it starts again.
    @Test func anUnfinishedCopyIsRemoved() async throws {
        try await Installation.withSeeds { installation in
            try await installation.endDaemon()
            try installation.write("half", to: "index/backup-3/db/postlist.glass")
            #expect(try await installation.dateline("count").output == "33\n")
            #expect(!FileManager.default.fileExists(atPath: installation.index + "/backup-3"))
        }
    }

    private static func keepWriting(_ installation: Installation, batches: Int) async throws -> Bool {
        for batch in 0..<batches {
            let run = try await installation.dateline(["index", "-"], input: articles(batch * 4..<batch * 4 + 4, 0))
            if run.status != 0 { return false }
        }
        return true
    }

    private static func articles(_ numbers: Range<Int>, _ round: Int) -> [UInt8] {
        numbers.flatMap { number in
            var random = SplitMix(seed: UInt64(number * 10 + round))
            let words = (0..<80).map { _ in "v\(UInt16.random(in: 0...4_999, using: &random))" }
            return Array("{\"id\":\"k/\(number)\",\"text\":\"zkept \(words.joined(separator: " "))\"}\n".utf8)
        }
    }

    private static func status(_ installation: Installation) async throws -> StatusReply {
        try JSON.decode(
            StatusReply.self, from: try await installation.dateline("status", "--format", "json").outputBytes)
    }

    /// What searches give, with ids, scores and facets, but not when.
    private static func answers(_ installation: Installation) async throws -> [String] {
        var answers: [String] = []
        for query in [["accords"], ["baku", "OR", "zkept"], ["--by", "passage", "--sort", "newest", "minister"], []] {
            let run = try await installation.dateline(
                ["search", "--format", "json", "--facet", "person", "--facet", "source", "--facet", "date"] + query)
            #expect(run.status == 0, "\(run.diagnostics)")
            var reply = try JSON.decode(SearchReply.self, from: run.outputBytes)
            // A cursor names its revision.
            (reply.tookMs, reply.index.revision, reply.next) = (0, 0, nil)
            answers.append(String(decoding: JSON.write(reply), as: UTF8.self))
        }
        return answers
    }
}
