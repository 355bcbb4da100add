import Foundation
import TestSupport
import Testing

@testable import SearchIndex

/// Gazetteers of the user's own, beside a real index.
@Suite struct UserGazetteerTests {
    private func put(_ name: String, _ text: String, into index: Index) async throws(SearchIndexError)
        -> GazetteerOutcome
    {
        var upload = try index.gazetteerUpload(name: name, minimumPopulation: nil)
        try upload.add(text.utf8)
        return try await index.keep(upload)
    }

    private func failure(_ name: String, _ text: String, into index: Index) async -> String {
        do throws(SearchIndexError) {
            return "\(try await put(name, text, into: index))"
        } catch {
            return "\(error.code.rawValue): \(error.message)"
        }
    }

    private let zork = #"{"id":"a","text":"In Zorkton and in Baku it rained."}"#

    @Test func articlesAreRecognizedWithItFromThenOn() async throws {
        try await TestIndex.with { test in
            try await test.ingest(zork)
            let before = try await test.entities(of: "a")
            #expect(before.contains(#"place Baku ["Baku"]"#))
            let outcome = try await put(
                "mine", "place\tPort Zorkton\tZorkton\norganization\tBaku FC\tBaku\n", into: test.index)
            #expect(outcome.gazetteer == UserGazetteer(name: "mine", rows: 2, bytes: 53) && !outcome.replaced)
            // Also the same article, which counts as changed.
            #expect(try await test.ingest(zork).replaced == 1)
            #expect(
                try await test.entities(of: "a") == [
                    #"place Port Zorkton ["Zorkton"]"#, #"organization Baku FC ["Baku"]"#,
                ])
            #expect(try await test.ingest(zork).unchanged == 1)
            #expect(try await put("mine", "place\tZorkton\n", into: test.index).replaced)
            #expect(try await test.index.removeGazetteer(name: "mine"))
            #expect(try await test.index.removeGazetteer(name: "mine") == false)
            #expect(try await test.ingest(zork).replaced == 1)
            #expect(try await test.entities(of: "a") == before)
            #expect(await test.index.gazetteers().isEmpty)
        }
    }

    @Test func whatIsWrongIsRefusedWhole() async throws {
        try await TestIndex.with { test in
            _ = try await put("mine", "place\tZorkton\n", into: test.index)
            let bad = [
                ("x", "place\tA\nplanet\tB\n", "bad_gazetteer: x:2: unknown type 'planet'"),
                (
                    "x", "place\tZorkhill\ndemonym\tQwx\t\tQwxia\n",
                    "bad_gazetteer: x:2: no row defines the parent 'Qwxia'"
                ),
                ("mine", "place\tZorkhill\nplace\t…\n", "bad_gazetteer: mine:2: '…' has 0 words"),
                ("x", "", "bad_gazetteer: x: there is no row in it"),
                ("../x", "place\tA\n", "bad_gazetteer: a gazetteer cannot be called so"),
                (".x", "place\tA\n", "bad_gazetteer: a gazetteer cannot be called so"),
                ("", "place\tA\n", "bad_gazetteer: a gazetteer cannot be called so"),
            ]
            for (name, text, message) in bad { #expect(await failure(name, text, into: test.index) == message) }
            #expect(await test.index.gazetteers().map(\.name) == ["mine"])
            let names = try FileManager.default.contentsOfDirectory(atPath: test.folder + "/gazetteers")
            #expect(names == ["mine.tsv"])
            try await test.ingest(zork)
            #expect(try await test.entities(of: "a").count == 2)
        }
    }

    @Test func rowsAreCountedWhateverEndsThem() {
        for end in ["\n", "\r\n"] {
            let lines = ["# towns", "place\tZorkton", "", "place\tQampton", ""]
            #expect(KeptGazetteer(name: "mine", contents: lines.joined(separator: end)).listed.rows == 2)
        }
    }

    @Test func whatCannotBeWrittenLeavesNothingBehind() async throws {
        try await TestIndex.with { test in
            // A folder in the file's place.
            try FileManager.default.createDirectory(
                atPath: test.folder + "/gazetteers/mine.tsv", withIntermediateDirectories: true)
            #expect(await failure("mine", "place\tZorkton\n", into: test.index).hasPrefix("storage: "))
            #expect(await test.index.gazetteers().isEmpty)
            let names = try FileManager.default.contentsOfDirectory(atPath: test.folder + "/gazetteers")
            #expect(names == ["mine.tsv"])
        }
    }

    @Test func oneMayBuildOnAnotherAndOnOurs() async throws {
        try await TestIndex.with { test in
            _ = try await put("b-places", "place\tZorkia\t\tGeorgia\n", into: test.index)
            _ = try await put("a-people", "demonym\tZorkian\tZorkians\tZorkia\n", into: test.index)
            #expect(await test.index.gazetteers().map(\.name) == ["a-people", "b-places"])
            await #expect { try await test.index.removeGazetteer(name: "b-places") } throws: {
                ($0 as? SearchIndexError)?.message == "a-people:1: no row defines the parent 'Zorkia'"
            }
            try await test.ingest(#"{"id":"a","text":"The Zorkians came."}"#)
            #expect(try await test.entities(of: "a") == [#"place Zorkia ["Zorkians"]"#])
        }
    }

    @Test func theyOutliveTheDaemonAndABrokenOneIsLeftOut() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            var index = try await TestIndex.open(folder)
            _ = try await put("mine", "place\tZorkton\n", into: index)
            _ = try await put("yours", "place\tQampton\n", into: index)
            await index.close()
            try Data("place\tQampton\nplace\tX\t\tNowhere\n".utf8).write(
                to: URL(filePath: folder + "/gazetteers/yours.tsv"))
            try Data([0xFF]).write(to: URL(filePath: folder + "/gazetteers/zzz.tsv"))
            try Data("junk".utf8).write(to: URL(filePath: folder + "/gazetteers/.new"))
            index = try await TestIndex.open(folder)
            let list = await index.gazetteers()
            #expect(list.map(\.name) == ["mine", "yours", "zzz"])
            #expect(list[0].problem == nil && list[0].rows == 1)
            #expect(list[1].problem == "yours:2: no row defines the parent 'Nowhere'")
            #expect(list[2].problem?.hasSuffix("not UTF-8") == true)
            let test = TestIndex(index: index, folder: folder)
            try await test.ingest(#"{"id":"a","text":"In Zorkton and in Qampton and in Baku it rained."}"#)
            #expect(try await test.entities(of: "a").map { $0.prefix(13) }.filter { $0 == "place Zorkton" }.count == 1)
            // It can be mended.
            #expect(try await put("yours", "place\tQampton\n", into: index).replaced)
            #expect(await index.gazetteers()[1].problem == nil)
            await index.close()
        }
    }

    /// Articles come while gazetteers come and go: each is analysed with one whole state. The names are those that only
    /// the gazetteer knows: the tagger may well find the places by itself.
    @Test func gazetteersChangeWhileArticlesComeIn() async throws {
        try await TestIndex.with { test in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for round in 0..<5 {
                        _ = try await self.put(
                            "mine", "place\tOld Zork\tZorkton\nplace\tOld Qamp\tQampton\nplace\tR\(round)x\n",
                            into: test.index)
                        _ = try await test.index.removeGazetteer(name: "mine")
                    }
                }
                for worker in 0..<2 {
                    group.addTask {
                        for number in 0..<25 {
                            let id = "\(worker)/\(number)"
                            try await test.ingest(#"{"id":"\#(id)","text":"From Zorkton they went to Qampton."}"#)
                            let found = try await test.entities(of: id).filter { $0.hasPrefix("place Old ") }.count
                            #expect(found == 0 || found == 2, "\(found)")
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
