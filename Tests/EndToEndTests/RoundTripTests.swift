import DatelineAPI
import Foundation
import TestSupport
import Testing

/// What one command prints, every other takes.
@Suite struct RoundTripTests {
    private func lines(_ installation: Installation, _ arguments: [String]) async throws -> [String] {
        let run = try await installation.dateline(arguments)
        #expect(run.status == 0, "\(arguments): \(run.diagnostics)")
        #expect(!run.output.isEmpty, "\(arguments)")
        return run.output.split(separator: "\n").map(String.init)
    }

    @Test func ids() async throws {
        try await Installation.withSeeds { installation in
            let index = try await installation.dateline(
                "index", "-", input: #"{"id":"odd/a b 'c' \"d\" é","text":"Zanzibar is an island near Zanzibar."}"#)
            #expect(index.status == 0)
            let printers = [
                ["search", "--format", "ids", "-n", "2", "accords"],
                ["search", "--format", "ids", "zanzibar"],
                ["search", "--tsv", "--fields", "article", "-n", "2", "accords"],
                ["search", "--template", #"{id}\n"#, "-n", "1", "baku"],
                ["similar", "--format", "ids", "-n", "1", "co-20250803-accords"],
                ["stories", "--format", "ids", "-n", "1"],
                ["show", "--format", "ids", "co-20250803-accords"],
                ["show", "--template", #"{article}\n"#, "co-20250803-accords#1"],
            ]
            var ids: Set<String> = []
            for printer in printers { ids.formUnion(try await lines(installation, printer).prefix(3)) }
            #expect(ids.contains { $0.hasSuffix("é#1") } && ids.contains("co-20250803-accords"))
            for id in ids {
                for taker in [
                    ["show", "--format", "ids", id], ["similar", "--format", "ids", "--match", "any", id],
                    ["search", "--format", "ids", "--where", "article=\(id)"],
                    ["count", "--without", "article=\(id)"],
                    ["entities", "split", "person=Steve Witkoff", "Steve Witkoff (\(id.count))", "--articles", id],
                ] {
                    let run = try await installation.dateline(taker)
                    // Nothing may be like it; but it is understood.
                    let isFine = run.status == 0 || (taker[0] == "similar" && run.status == 1)
                    #expect(isFine, "\(taker): \(run.status) \(run.diagnostics)")
                }
            }
            for id in ids.sorted() {
                let run = try await installation.dateline("delete", "--format", "ids", id)
                // Deleted with another of its passages it is gone, which is no error of the id.
                #expect(run.status == 0 || run.diagnostics.contains("there is no article"), "\(run.diagnostics)")
            }
            for id in ids { #expect(try await installation.dateline("show", id).status == 1) }
        }
    }

    @Test func filters() async throws {
        try await Installation.withSeeds { installation in
            var printers = [
                ["entities", "--format", "ids", "-n", "2"],
                ["entities", "--template", #"{filter}\n"#, "-n", "2", "wit"],
                ["facet", "date.month", "--format", "ids", "-n", "2"],
                ["facet", "date.year", "--template", #"{field}={value}\n"#],
            ]
            for field in ["person", "place", "organization", "misc", "source", "section", "author", "language", "date"]
            {
                printers.append(["facet", field, "--format", "ids", "-n", "2"])
            }
            var filters: Set<String> = []
            for printer in printers { filters.formUnion(try await lines(installation, printer)) }
            let suggested = try await lines(installation, ["suggest", "--tsv", "witkoff"])
            filters.formUnion(suggested.compactMap { $0.split(separator: "\t").last.map(String.init) })
            for filter in filters where !filter.hasPrefix("word=") {
                let quoted = filter.replacing("=", with: ":\"", maxReplacements: 1) + "\""
                for taker in [
                    ["search", "--format", "ids", "--where", filter], ["count", "--all-of", filter],
                    ["facet", "place", "--where", filter], ["count", quoted],
                ] {
                    let run = try await installation.dateline(taker)
                    let isDate = filter.hasPrefix("date=") && taker.last == quoted
                    #expect(run.status == 0 || isDate, "\(taker): \(run.diagnostics)")
                }
                // Those that are filters count what they filter.
                let all = try await installation.dateline("count", "--format", "json").output
                let without = try await installation.dateline("count", "--format", "json", "--without", filter).output
                #expect(Golden.masked(all) != Golden.masked(without), "\(filter)")
            }
            for name in try await lines(installation, ["entities", "--format", "ids", "-n", "1", "--type", "person"]) {
                let hide = try await lines(installation, ["entities", "hide", "--format", "ids", name])
                #expect(try await installation.dateline("entities", "undo", hide[0]).status == 0)
            }
            // A correction as it is listed, or exported, is read again.
            #expect(try await installation.dateline("entities", "hide", "misc=Abraham Accords").status == 0)
            for list in [["list", "--tsv"], ["export"]] {
                let text = try await installation.dateline(["entities", "corrections"] + list).output
                #expect(try await installation.dateline("entities", "undo").status == 0)
                let again = try await installation.dateline("entities", "corrections", "import", "-", input: text)
                #expect(again.status == 0, "\(again.diagnostics)")
            }
        }
    }

    @Test(arguments: [
        ["search", "accords"], ["search", "--sort", "newest"], ["search", "--by", "passage", "baku"],
        ["similar", "co-20250803-accords"], ["facet", "person"], ["facet", "date.month", "--sort", "name"],
        ["entities"], ["stories"],
    ])
    func cursors(_ arguments: [String]) async throws {
        try await Installation.withSeeds { installation in
            struct Page: Decodable { var next: String? }
            let json = try await installation.dateline(arguments + ["--format", "json", "-n", "1"])
            let cursor = try #require(try JSONDecoder().decode(Page.self, from: Data(json.outputBytes)).next)
            let all = try await lines(installation, arguments + ["--format", "ids", "-n", "3"])
            let rest = try await lines(installation, arguments + ["--format", "ids", "-n", "2", "--after", cursor])
            #expect(rest == Array(all.dropFirst()))
        }
    }
}
