import Foundation
import QueryLanguage
import TestSupport
import Testing

@testable import SearchIndex

/// What happens to corrections when the process ends, when loads exchange the database, and while searches run.
@Suite struct CorrectionSafetyTests {
    private func people(_ index: Index) async throws -> [FacetCount] {
        let request = FacetQuery(field: "person", search: try SearchQuery("*"))
        return try await index.facet(request).facet.values
    }

    private func merge(_ name: String, _ into: String) throws -> Correction {
        try Correction(verb: "merge", name: "person=\(name)", into: into, where: [])
    }

    @Test func theyAreThereAfterAKill() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(60, seed: 1))
            _ = try await test.index.correct([merge("Ada Stone", "Ben Marsh"), merge("Eve Lund", "Ev\\e\tL.")], uid: 7)
            _ = try await test.index.correct([merge("Cleo Hart", "Dan Wolfe")], uid: 8)
            _ = try await test.index.undoCorrections(3...3)
            let (people, list) = (try await people(test.index), test.index.corrections)
            #expect(Set(people.map(\.value)) == ["Ben Marsh", "Cleo Hart", "Dan Wolfe", "Ev\\e\tL."])
            // The files of an index that is open and never closed are what a killed process leaves behind.
            try await TestSupport.withTemporaryFolder { folder in
                let copy = folder + "/killed"
                try FileManager.default.copyItem(atPath: test.folder, toPath: copy)
                // Killed while a list was being written.
                try "half".write(toFile: copy + "/corrections.tsv.new", atomically: false, encoding: .utf8)
                let index = try await TestIndex.open(copy)
                #expect(try await self.people(index) == people)
                #expect(index.corrections.entries == list.entries && index.corrections.changes == 3)
                #expect(index.status().columnOrigin == .mapped)
                _ = try await index.undoCorrections(1...2)
                await index.close()
                // What corrections did is no part of the columns.
                let later = try await TestIndex.open(copy)
                #expect(Set(try await self.people(later).map(\.value)).contains("Ada Stone"))
                await later.close()
            }
        }
    }

    @Test func aFileThatDoesNotReadKeepsTheIndexFromOpening() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let index = try await TestIndex.open(folder)
            _ = try await index.correct([merge("A", "B")], uid: 7)
            await index.close()
            let path = folder + "/corrections.tsv"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacingOccurrences(of: "merge", with: "marge")
                .write(toFile: path, atomically: true, encoding: .utf8)
            await #expect { try await TestIndex.open(folder) } throws: {
                "\($0)".contains("corrections.tsv:3: there is no such correction")
            }
        }
    }

    @Test(arguments: [true, false])
    func loadsKeepThem(exchanged: Bool) async throws {
        try await TestIndex.with(load: LoadTests.limits(ratio: exchanged ? 1_000_000 : 0)) { test in
            try await test.ingest(Samples.random(60, seed: 1))
            _ = try await test.index.correct(
                [
                    merge("Ada Stone", "Ben Marsh"),
                    try Correction(verb: "hide", name: "person=Eve Lund", into: nil, where: []),
                    try Correction(verb: "split", name: "person=Dan Wolfe", into: "Dan W.", where: ["article=r/70"]),
                    try Correction(
                        verb: "split", name: "person=Cleo Hart", into: "Cleo H.", where: ["source=North Press"]),
                ], uid: 7)
            await LoadTests.stream(Samples.random(120, seed: 2), into: test.index)
            let loaded = try await people(test.index)
            // The same as when all was there before the corrections.
            let list = test.index.corrections.entries.map(\.correction)
            _ = try await test.index.undoCorrections(1...9)
            _ = try await test.index.correct(list, uid: 7)
            #expect(try await people(test.index) == loaded)
            #expect(loaded.contains { $0.value == "Cleo H." } && !loaded.contains { $0.value == "Ada Stone" })
        }
    }

    /// A search sees one state or the other: with both names, or with one that has the articles of both.
    @Test func searchesUnderWaySeeOneState() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(200, seed: 3))
            let correction = try merge("Ada Stone", "Ben Marsh")
            let query = try SearchQuery("*", where: ["person=Ada Stone"], facets: ["person"], by: .article)
            var before = try await test.index.search(query)
            _ = try await test.index.correct([correction], uid: 7)
            let after = try await test.index.search(query)
            _ = try await test.index.undoCorrections(nil)
            before = try await test.index.search(query)
            #expect(before.totals != after.totals && before.facets != after.facets)
            let states = [before, after]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        for _ in 0..<60 {
                            let found = try await test.index.search(query)
                            let state = states.first { $0.totals == found.totals }
                            #expect(state?.facets == found.facets)
                            #expect(state?.hits.map(\.passage.entities) == found.hits.map(\.passage.entities))
                        }
                    }
                }
                group.addTask {
                    for _ in 0..<15 {
                        _ = try await test.index.correct([correction], uid: 7)
                        _ = try await test.index.undoCorrections(nil)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// The columns are made anew when the database's names reach the numbers of those that corrections brought.
    @Test func moreNewNamesThanThereWasRoomFor() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(60, seed: 1))
            _ = try await test.index.correct(
                [merge("Ada Stone", "Zora Nowhere"), merge("Late Comer", "Yuri Nowhere")], uid: 7)
            func articles(_ name: String) async throws -> Int {
                try await test.index.count(try SearchQuery("*", where: ["person=\(name)"])).totals.articles
            }
            let before = try await articles("Zora Nowhere")
            for start in [0, 700, 1_400] {
                let lines = (start..<start + 700).map { number in
                    "{\"id\":\"m/\(number)\",\"text\":\"Here.\",\"entities\":[{\"type\":\"person\",\"name\":\"P \(number)q\"},"
                        + "{\"type\":\"person\",\"name\":\"Late Comer\"}]}"
                }
                try await test.ingest(lines.joined(separator: "\n"))
                #expect(try await articles("Zora Nowhere") == before && before > 0)
                let request = FacetQuery(field: "person", search: try SearchQuery("here"))
                let facet = try await test.index.facet(request).facet
                #expect(
                    facet.values[0]
                        == FacetCount(
                            value: "Yuri Nowhere", articles: start + 700, passages: start + 700, selected: false))
                #expect(facet.distinct == start + 701)
            }
        }
    }

    @Test func oneNameTakesTheMentionsOfVeryMany() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(60, seed: 1))
            let many = try (0..<10_000).map { try merge("Name N\($0)", "Ada Stone") }
            let whole = try await test.index.count(try SearchQuery("*", where: ["person=Ada Stone"])).totals
            #expect(try await test.index.correct(many, uid: 7).total == 10_000)
            #expect(try await test.index.count(try SearchQuery("*", where: ["person=Name N77"])).totals == whole)
            try await test.ingest(
                "{\"id\":\"n\",\"passages\":[\"Name N42.\"],\"entities\":[{\"type\":\"person\",\"name\":\"Name N42\"}]}"
            )
            #expect(
                try await test.index.count(try SearchQuery("*", where: ["person=Ada Stone"])).totals.articles
                    == whole.articles + 1)
        }
    }
}
