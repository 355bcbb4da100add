import Foundation
import Glibc
import TestSupport
import Testing

/// `dateline watch`: what comes in is told, all of it and only once.
@Suite struct WatchTests {
    /// What a search of each article's commit finds is what each watch prints, over additions, replacements, repetitions and
    /// deletions.
    @Test func eachCommitsHitsAreThoseOfASearch() async throws {
        try await Installation.with { installation in
            let daemon = try installation.startDaemon()
            #expect(try await installation.daemonListens())
            let queries = [
                ["river"], ["river", "harbour"], ["\"river harbour\""], ["harb*"], ["river -bridge"],
                ["river NEAR/3 market"], ["title:market"], ["--where", "place=Baku", "market"], ["--since", "2025-06"],
                ["--match", "any", "bridge", "tower"], ["source:wire OR tower"],
                ["--without", "tag=old", "\"the market\""],
            ]
            var watches: [RunningProgram] = []
            for query in queries { watches.append(try Watching.start(installation, query)) }
            for watch in watches { #expect(try await Watching.reaches(0, watch)) }
            var expected = [[String]](repeating: [], count: queries.count)
            var articles = RandomArticles(seed: 5)
            var indexed: Set<String> = []
            for round in 0..<9 {
                var changed = Set((0..<28).map { _ in articles.change() })
                if round % 3 == 2 {
                    let gone = Array(indexed.sorted().prefix(5))
                    #expect(try await installation.dateline(["delete"] + gone).status == 0)
                    indexed.subtract(gone)
                    for id in gone { articles.texts[id] = nil }
                    changed.subtract(gone)
                }
                // Those that are sent once more unchanged are no news.
                let sent = changed.union(articles.texts.keys.sorted().prefix(4))
                indexed.formUnion(sent)
                let lines = sent.sorted().compactMap { articles.texts[$0] }.joined(separator: "\n") + "\n"
                let run = try await installation.dateline("index", "-", input: lines)
                #expect(run.status == 0, "\(run.diagnostics)")
                let revision = try await Watching.revision(installation)
                for (number, query) in queries.enumerated() {
                    var search = ["search", "--all", "--by", "passage", "--format", "ids"] + query
                    if !query.contains("--match") { search += ["--match", "all"] }
                    let found = try await installation.dateline(search).output.split(separator: "\n").map(String.init)
                    expected[number] += found.filter { changed.contains(String($0.prefix { $0 != "#" })) }
                    #expect(try await Watching.reaches(revision, watches[number]))
                }
            }
            for (number, watch) in watches.enumerated() {
                let hits = Watching.hits(watch.outputSoFar)
                #expect(hits.map(\.id).sorted() == expected[number].sorted(), "\(queries[number])")
                #expect(hits.map(\.revision) == hits.map(\.revision).sorted())
                #expect(!expected[number].isEmpty, "\(queries[number]) finds nothing")
                kill(watch.processID, SIGTERM)
                _ = try await watch.end()
            }
            kill(daemon.processID, SIGTERM)
            #expect(try await daemon.end().status == 0)
        }
    }

    /// The daemon is killed again and again, also while articles come in.
    @Test func nothingIsLostAndNothingComesTwiceWhenTheDaemonIsKilled() async throws {
        try await Installation.with { installation in
            var daemon = try installation.startDaemon()
            #expect(try await installation.daemonListens())
            let watch = try Watching.start(installation, ["river"])
            #expect(try await Watching.reaches(0, watch))
            var articles = RandomArticles(seed: 9)
            for round in 0..<6 {
                let ids = (0..<40).map { "r\(round)/\($0)" }
                for id in ids { articles.write(id) }
                let lines = ids.compactMap { articles.texts[$0] }.joined(separator: "\n") + "\n"
                let half = ids.prefix(20).compactMap { articles.texts[$0] }.joined(separator: "\n") + "\n"
                let running = try RunningProgram(
                    TestSupport.program("dateline"), ["index", "--no-start", "-"],
                    environment: installation.environment, input: Array((round % 2 == 0 ? half : lines).utf8))
                if round % 2 == 0 { _ = try await running.end() }
                kill(daemon.processID, SIGKILL)
                _ = try await daemon.end()
                if round % 2 == 1 { _ = try await running.end() }
                daemon = try installation.startDaemon()
                #expect(try await installation.daemonListens())
                #expect(try await installation.dateline("index", "--no-start", "-", input: lines).status == 0)
            }
            #expect(try await Watching.reaches(try await Watching.revision(installation), watch))
            let search = try await installation.dateline(
                "search", "--all", "--by", "passage", "--format", "ids", "river")
            let found = search.output.split(separator: "\n").map(String.init)
            #expect(Watching.hits(watch.outputSoFar).map(\.id).sorted() == found.sorted())
            #expect(watch.diagnosticsSoFar.contains("waiting for it"))
            kill(watch.processID, SIGTERM)
            _ = try await watch.end()
            kill(daemon.processID, SIGTERM)
            #expect(try await daemon.end().status == 0)
        }
    }

    @Test func aWatchGoesOnFromARevision() async throws {
        try await Installation.with { installation in
            var articles = RandomArticles(seed: 3)
            var commits: [(revision: Int, hits: [String])] = []
            for _ in 0..<5 {
                let ids = Set((0..<10).map { _ in articles.add() })
                let lines = ids.sorted().compactMap { articles.texts[$0] }.joined(separator: "\n") + "\n"
                #expect(try await installation.dateline("index", "-", input: lines).status == 0)
                let found = try await installation.dateline(
                    "search", "--all", "--by", "passage", "--format", "ids", "river")
                let new = found.output.split(separator: "\n").map(String.init).filter {
                    ids.contains(String($0.prefix { $0 != "#" }))
                }
                commits.append((try await Watching.revision(installation), new.sorted()))
            }
            for (number, commit) in commits.dropLast().enumerated() {
                let later = commits[(number + 1)...].flatMap(\.hits)
                let run = try await installation.dateline(
                    "watch", "--format", "ids", "--since-revision", "\(commit.revision)", "-n", "\(later.count)",
                    "river")
                let found = run.output.split(separator: "\n").map(String.init)
                #expect(run.status == 0 && found.sorted() == later.sorted())
            }
            let newest = commits[4].revision
            let all = commits.flatMap(\.hits)
            let run = try await installation.dateline(
                "watch", "--format", "ids", "--since-revision", "0", "-n", "\(all.count)", "river")
            #expect(run.output.split(separator: "\n").map(String.init).sorted() == all.sorted())
            let future = try await installation.dateline("watch", "--since-revision", "\(newest + 7)", "river")
            #expect(future.status == 6 && future.diagnostics.contains("has not come to revision"))
            // What is made anew is no news, and what came before it cannot be told any more.
            #expect(try await installation.dateline("reindex").status == 0)
            let stale = try await installation.dateline("watch", "--since-revision", "\(commits[2].revision)", "river")
            #expect(stale.status == 6)
            #expect(stale.diagnostics.contains("not known any more"), "\(stale.diagnostics)")
            let last = articles.add()
            articles.texts[last] = #"{"id":"\#(last)","text":"The river again."}"#
            #expect(try await installation.dateline("index", "-", input: articles.texts[last] ?? "").status == 0)
            let after = try await installation.dateline(
                "watch", "--format", "ids", "--since-revision", "\(newest)", "-n", "1", "river")
            #expect(after.output == "\(last)#1\n")
        }
    }

    @Test func aDaemonThatStopsSaysSoAndAnotherIndexIsNotGoneOnFrom() async throws {
        try await Installation.with { installation in
            var installation = installation
            installation.environment["DATELINE_CONFIG"] = try installation.write("idle_seconds = 1\n", to: "config")
            let daemon = try installation.startDaemon()
            #expect(try await installation.daemonListens())
            let watch = try RawConnection(installation.socket)
            watch.send("GET /v1/watch?q=river HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(watch.read(until: #"{"through""#).hasPrefix("HTTP/1.1 200 "))
            // Longer than a connection may be idle.
            try await Task.sleep(for: .seconds(3))
            #expect(
                try await installation.dateline("index", "-", input: #"{"id":"a","text":"A river."}"#).status == 0)
            #expect(watch.read(until: #"{"through""#).contains(#""id":"a#1""#))

            let other = try RawConnection(installation.socket)
            other.send("GET /v1/watch?q=river&uuid=another HTTP/1.1\r\nHost: localhost\r\n\r\n")
            let reply = other.reply()
            #expect(reply.hasPrefix("HTTP/1.1 409 ") && reply.contains(#""code":"stale""#), "\(reply)")
            let bad = try await installation.dateline("watch", "(river")
            #expect(bad.status == 2, "\(bad.diagnostics)")

            kill(daemon.processID, SIGTERM)
            #expect(watch.read(until: "\r\n0\r\n").contains(#"{"end":{"code":"unavailable""#))
            #expect(try await daemon.end().status == 0)
        }
    }
}
