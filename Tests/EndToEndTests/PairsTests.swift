import Foundation
import TestSupport
import Testing

/// Pairs, timelines and comparisons of the sample articles, against what every hit says.
@Suite struct PairsTests {
    private struct Found: Decodable {
        struct Named: Decodable { var type, name: String }
        struct Article: Decodable {
            var id: String
            var date: String?
        }
        var id: String
        var article: Article
        var entities: [Named]
    }

    private static func rows(_ run: ProgramRun) -> [[String]] {
        run.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    }

    private func hits(_ installation: Installation, _ query: String) async throws -> [Found] {
        let run = try await installation.dateline(
            ["search", "--by", "passage", "--match", "all", "--all", "--format", "ndjson", query])
        return try run.output.split(separator: "\n").map {
            try JSONDecoder().decode(Found.self, from: Data($0.utf8))
        }
    }

    @Test(arguments: ["*", "accords"], [("person", "organization"), ("person", "person"), ("place", "misc")])
    func pairsAreThoseOfTheHits(_ query: String, _ fields: (String, String)) async throws {
        try await Installation.withSeeds { installation in
            var expected: [String: (passages: Int, articles: Set<String>)] = [:]
            for hit in try await hits(installation, query) {
                let (ours, others) = (
                    Set(hit.entities.filter { $0.type == fields.0 }.map(\.name)),
                    Set(hit.entities.filter { $0.type == fields.1 }.map(\.name))
                )
                for value in ours {
                    for other in others where fields.0 != fields.1 || value < other {
                        let key = "\(fields.0)=\(value)\t\(fields.1)=\(other)"
                        expected[key, default: (0, [])].passages += 1
                        expected[key]?.articles.insert(hit.article.id)
                    }
                }
            }
            let run = try await installation.dateline(["pairs", fields.0, fields.1, "--all", query])
            let rows = Self.rows(run)
            #expect(run.status == 0 && run.diagnostics == "" && rows.count == expected.count && rows.count > 3)
            for row in rows {
                let count = expected["\(row[4])\t\(row[5])"]
                #expect(row[0] == "\(count?.articles.count ?? 0)" && row[1] == "\(count?.passages ?? 0)", "\(row)")
            }
            // What is printed leads on: both as filters give the passages of the pair.
            for row in rows.prefix(3) {
                let count = try await installation.dateline(
                    ["count", "--by", "passage", "--all-of", row[4], "--all-of", row[5], query])
                #expect(count.output == row[1] + "\n")
            }
        }
    }

    @Test func aGraphIsReadByOthers() async throws {
        try await Installation.withSeeds { installation in
            let list = Self.rows(try await installation.dateline("pairs", "person", "person", "--all"))
            let edges = try await installation.dateline("pairs", "person", "person", "--all", "--graph", "edges")
            let lines = Self.rows(edges)
            #expect(lines.first == ["Source", "Target", "Weight", "Type"])
            #expect(lines.dropFirst().map { $0[0...2] } == list.map { [$0[4], $0[5], $0[0]] })
            let dot = try await installation.dateline("pairs", "person", "person", "--all", "--graph", "dot").output
            // Every line is a node, which comes before its edges, or an edge.
            let name = #/"((?:[^"\\\n]|\\["\\])*)"/#
            var nodes: Set<Substring> = []
            var count = 0
            let body = dot.split(separator: "\n")
            #expect(body.first == "graph pairs {" && body.last == "}")
            for line in body.dropFirst().dropLast() {
                let names = line.matches(of: name).map(\.1)
                if line.contains(" -- ") {
                    #expect(line.wholeMatch(of: #/  ".*" -- ".*" \[weight=[1-9][0-9]*\];/#) != nil && names.count == 2)
                    #expect(names.allSatisfy(nodes.contains))
                    count += 1
                } else {
                    #expect(line.wholeMatch(of: #/  ".*" \[label=".*"\];/#) != nil && names.count == 2)
                    #expect(nodes.insert(names.first ?? "").inserted)
                }
            }
            #expect(count == list.count && nodes == Set(list.flatMap { [$0[4][...], $0[5][...]] }))
            guard let program = TestSupport.installedProgram("dot") else { return }
            let drawn = try await ProgramRun.of(program, ["-Tsvg"], input: Array(dot.utf8))
            #expect(drawn.status == 0 && drawn.output.contains("<svg"))
        }
    }

    @Test func aTimelineIsThatOfTheHits() async throws {
        try await Installation.withSeeds { installation in
            let (found, all) = (try await hits(installation, "accords"), try await hits(installation, "*"))
            func months(_ hits: [Found]) -> [String: Int] {
                Dictionary(grouping: hits.filter { $0.article.date != nil }) { String($0.article.date!.prefix(7)) }
                    .mapValues { Set($0.map(\.article.id)).count }
            }
            let (expected, whole) = (months(found), months(all))
            let run = try await installation.dateline("timeline", "--every", "month", "--per", "100", "accords")
            let rows = Self.rows(run)
            #expect(run.status == 0 && rows.count > 2)
            for row in rows {
                let (count, total) = (expected[row[0]] ?? 0, whole[row[0]] ?? 0)
                #expect(row[1] == "\(count)" && row[2] == "\(total)")
                #expect(row[3] == String(format: "%.3f", total == 0 ? 0 : Double(count * 100) / Double(total)))
            }
            #expect(rows.reduce(0) { $0 + (Int($1[1]) ?? 0) } == expected.values.reduce(0, +))
            let undated = Set(all.filter { $0.article.date == nil }.map(\.article.id)).count
            let everything = try await installation.dateline("timeline", "--every", "year")
            #expect((undated > 0) == everything.diagnostics.contains("\(undated) matching article"))
            let nothing = try await installation.dateline("timeline", "xyzzyx")
            #expect(nothing.status == 1 && nothing.output == "")
        }
    }

    /// The machine formats, byte for byte.
    @Test func formatsStayAsTheyAre() async throws {
        try await Installation.withSeeds { installation in
            var text = ""
            for arguments in [
                ["pairs", "person", "organization", "-n", "4", "--sort", "loglikelihood", "accords"],
                ["pairs", "person", "organization", "-n", "2", "--format", "ndjson", "accords"],
                ["pairs", "person", "organization", "-n", "2", "--format", "json", "accords"],
                ["pairs", "person", "organization", "-n", "3", "--graph", "edges", "accords"],
                ["pairs", "person", "organization", "-n", "3", "--graph", "dot", "accords"],
                ["timeline", "--every", "month", "accords"],
                ["timeline", "--every", "year", "--format", "ndjson", "accords"],
                ["timeline", "--every", "year", "--format", "json", "accords"],
                ["facet", "place", "-n", "4", "accords", "--versus", "nvidia"],
                ["facet", "place", "-n", "1", "--format", "ndjson", "accords", "--versus", "nvidia"],
            ] {
                text += "$ dateline \(arguments.joined(separator: " "))\n"
                text += Golden.masked(try await installation.dateline(arguments).output)
                    .replacing(#/"(lift|log_likelihood|rate)":([0-9.e-]+)/#) {
                        "\"\($0.1)\":" + String(format: "%.4f", Double($0.2) ?? .nan)
                    }
            }
            try Golden.expect(text, is: "pairs.txt")
        }
    }
}
