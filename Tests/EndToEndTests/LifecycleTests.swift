import Foundation
import Glibc
import TestSupport
import Testing

/// Daemons that start, end, and meet one another.
@Suite struct LifecycleTests {
    @Test func itEndsOnSIGTERMAndTakesItsSocketAway() async throws {
        try await Installation.with { installation in
            let daemon = try installation.startDaemon()
            #expect(try await installation.daemonListens())
            #expect(installation.daemonID == daemon.processID)
            let attributes = try FileManager.default.attributesOfItem(atPath: installation.socket)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            kill(daemon.processID, SIGTERM)
            let run = try await daemon.end()
            #expect(run.status == 0, "\(run.diagnostics)")
            #expect(!FileManager.default.fileExists(atPath: installation.socket))
            #expect(try await installation.dateline("status", "--no-start").status == 4)
        }
    }

    /// Whatever a variable sets is set.
    @Test func variablesAreHeard() async throws {
        try await Installation.with { installation in
            var installation = installation
            installation.environment["DATELINE_SEARCH_TIMEOUT"] = "7"
            installation.environment["DATELINE_CONFIG"] = try installation.write("results = 77", to: "config")
            let status = try await installation.dateline("status", "--format", "json").output
            #expect(status.contains(#""results":77"#) && status.contains(#""search_seconds":7"#), "\(status)")
        }
    }

    @Test func aSecondOneOnTheIndexOrTheSocketIsRefused() async throws {
        try await Installation.with { installation in
            let first = try installation.startDaemon()
            #expect(try await installation.daemonListens())
            let sameIndex = try await installation.startDaemon("--socket", installation.folder + "/other").end()
            #expect(sameIndex.status == 1)
            #expect(
                sameIndex.diagnostics.contains(
                    "the index \(installation.index) is held by another datelined, process \(first.processID)"))
            let sameSocket = try await installation.startDaemon("--index", installation.folder + "/other-index").end()
            #expect(sameSocket.status == 75)
            #expect(
                sameSocket.diagnostics.contains(
                    "the socket \(installation.socket) is held by another datelined, process \(first.processID)"))
            #expect(try await installation.dateline("status", "--no-start").status == 0)
        }
    }

    @Test func aStaleSocketIsTakenOver() async throws {
        try await Installation.withSeeds { installation in
            try await installation.endDaemon(SIGKILL)
            #expect(FileManager.default.fileExists(atPath: installation.socket))
            #expect(try await installation.dateline("count", "--no-start").status == 4)
            let run = try await installation.dateline("count")
            #expect(run.output == "33\n", "\(run.diagnostics)")
        }
    }

    @Test func aFileInTheSocketsPlaceIsLeftAlone() async throws {
        try await Installation.with { installation in
            let path = try installation.write("mine", to: "s")
            let run = try await installation.dateline("count")
            #expect(run.status == 4)
            #expect(run.diagnostics.contains("\(path) exists and is no socket"), "\(run.diagnostics)")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
        }
    }

    /// Clients that come at once start one daemon between them.
    @Test func clientsThatComeAtOnceShareADaemon() async throws {
        try await Installation.with { installation in
            let runs = try await withThrowingTaskGroup(of: ProgramRun.self) { group in
                for number in 0..<4 {
                    group.addTask {
                        try await installation.dateline("index", "-", input: #"{"id":"\#(number)","text":"Baku."}"#)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(runs.map(\.status) == [0, 0, 0, 0], "\(runs.map(\.diagnostics))")
            #expect(try await installation.dateline("count", "--no-start").output == "4\n")
        }
    }

    /// The socket's holder is on its way out, or slow to start: the client waits for it, and then starts its own.
    @Test func aClientWaitsForTheHolderOfTheSocket() async throws {
        try await Installation.withSeeds { installation in
            try await installation.endDaemon(SIGTERM)
            let lock = open(installation.socket + ".lock", O_RDWR | O_CLOEXEC)
            try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
            // Until a daemon that the client started has met it. On a thread: while other tests keep all others busy, a
            // task may wait longer than the client does.
            Thread.detachNewThread {
                for _ in 0..<5_500 where !installation.daemonLog.contains("is held by another") { usleep(10_000) }
                close(lock)
            }
            let run = try await installation.dateline("count")
            #expect(installation.daemonLog.contains("is held by another"))
            #expect(run.output == "33\n", "\(run.diagnostics)")
        }
    }

    /// Killed in the middle of writing, it comes back with everything that it had acknowledged, and nothing by halves.
    @Test(arguments: [10, 120, 400])
    func whatWasAcknowledgedOutlivesAKill(after milliseconds: Int) async throws {
        try await Installation.with { installation in
            let batches = Self.batches(seed: UInt64(milliseconds))
            var acknowledged: [Int] = []
            for (number, batch) in batches.enumerated() {
                // The fourth is cut short.
                async let run = installation.dateline(["index", "-"], input: batch)
                if number == 3 {
                    try await Task.sleep(for: .milliseconds(milliseconds))
                    try await installation.endDaemon(SIGKILL)
                }
                if try await run.status == 0 { acknowledged.append(number) }
                if number == 3 { break }
            }
            #expect(acknowledged.starts(with: [0, 1, 2]))

            #expect(try await installation.dateline("status").status == 0)
            let listing = try await installation.dateline("search", "--all", "--format", "tsv", "--fields", "article")
            let found = Set(listing.output.split(separator: "\n").map(String.init))
            for number in acknowledged {
                let missing = Self.ids(number).subtracting(found)
                #expect(missing.isEmpty, "batch \(number)")
            }
            #expect(found.isSubset(of: Set((0..<4).flatMap(Self.ids))))
            // An article has all of its passages or none.
            let passages = try await installation.dateline("search", "--all", "--by", "passage", "--format", "ids")
            #expect(passages.output.split(separator: "\n").count == 3 * found.count)

            try await installation.endDaemon()
            if let check = TestSupport.installedProgram("xapian-check") {
                let run = try await ProgramRun.of(check, [installation.index + "/db"])
                #expect(run.status == 0, "\(run.output)\(run.diagnostics)")
                #expect(run.output.contains("No errors found"))
            } else {
                print("xapian-check is not installed: the database was not checked with it")
            }
        }
    }

    private static func ids(_ batch: Int) -> Set<String> { Set((0..<500).map { "article/\(batch)/\($0)" }) }

    /// Four batches of 500 articles of three passages each, given as such.
    private static func batches(seed: UInt64) -> [[UInt8]] {
        var random = SplitMix(seed: seed)
        let words = ["Baku", "accord", "treaty", "river", "minister", "Kazakhstan", "envoy", "winter", "harbour"]
        return (0..<4).map { batch in
            ids(batch).sorted().flatMap { id in
                let passages = (0..<3).map { _ in
                    "\"" + (0..<30).map { _ in random.pick(words) }.joined(separator: " ") + "\""
                }
                return Array("{\"id\":\"\(id)\",\"passages\":[\(passages.joined(separator: ","))]}\n".utf8)
            }
        }
    }
}
