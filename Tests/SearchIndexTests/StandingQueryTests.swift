import Corpus
import QueryLanguage
import TestSupport
import Testing

@testable import SearchIndex

/// Standing queries find what the same searches find among what is new.
@Suite struct StandingQueryTests {
    private static let words = [
        "river", "rivers", "harbour", "market", "bridge", "tower", "ships", "said", "the", "Saudi-led", "co-operation",
        "maison", "maisons", "chercher",
    ]
    private static let people = ["Zorba Quill", "Z. Quill", "Ostra Vane", "Quill"]

    /// Six hundred queries of all kinds over commits in two languages, with replacements, deletions and corrections: each
    /// step's finds are those of the six hundred searches, one by one.
    @Test func theyFindWhatSearchesFind() async throws {
        try await TestIndex.with { test in
            var random = SplitMix(seed: 31)
            var queries: [StandingQuery] = []
            for number in 0..<600 {
                queries.append(StandingQuery(name: "q\(number)", text: "", query: try Self.query(&random)))
            }
            try test.index.standing.put(queries, limit: 600)
            var position = WatchPosition(revision: test.index.stamp.revision)
            var total = 0
            for round in 0..<6 {
                var changed: Set<String> = []
                let lines = (0..<36).map { _ in
                    let id = "a/\(Int.random(in: 0..<150, using: &random))"
                    // The last version of an id is the one that stays.
                    changed.insert(id)
                    return Self.article(id, inFrench: round > 2 && Bool.random(using: &random), &random)
                }
                let unique = Dictionary(lines.map { ($0.id, $0.line) }) { $1 }
                try await test.ingest(unique.values.sorted().joined(separator: "\n"))
                if round == 1 || round == 3 {
                    let gone = changed.sorted().prefix(4)
                    _ = try await test.index.delete(ids: Array(gone))
                    changed.subtract(gone)
                }
                if round == 4 {
                    let correction = try Correction(
                        verb: "merge", name: "person=Z. Quill", into: "person=Zorba Quill", where: [])
                    _ = try await test.index.correct([correction], uid: 1)
                }
                var found: [String] = []
                var isCaughtUp = false
                while !isCaughtUp {
                    let step = try await test.index.watchStanding(nil, from: position)
                    found += step.found.map { "\($0.query ?? "") \($0.hit.id)" }
                    (position, isCaughtUp) = (step.position, step.isCaughtUp)
                }
                var expected: [String] = []
                for query in queries {
                    let meaning = try #require(query.query)
                    for id in try await test.ids(meaning) where changed.contains(String(id.prefix { $0 != "#" })) {
                        expected.append("\(query.name) \(id)")
                    }
                }
                #expect(found.sorted() == expected.sorted(), "round \(round)")
                #expect(Set(found).count == found.count)
                total += expected.count
            }
            #expect(total > 5_000)
        }
    }

    @Test func theyAreKeptAsTheyAre() async throws {
        try await TestSupport.withTemporaryFolder { folder in
            let first = try await TestIndex.open(folder)
            let some = ["b", "a", "c"].map { StandingQuery(name: $0, text: "q=\($0)", query: SearchQuery()) }
            try first.standing.put(some, limit: 3)
            try first.standing.put([StandingQuery(name: "a", text: "q=other", query: nil)], limit: 3)
            let error = #expect(throws: SearchIndexError.self) {
                try first.standing.put([StandingQuery(name: "d", text: "", query: nil)], limit: 3)
            }
            #expect(error?.code == .badQuery)
            try first.standing.remove("b")
            #expect(throws: SearchIndexError.self) { try first.standing.remove("b") }
            await first.close()
            let second = try await TestIndex.open(folder)
            #expect(second.standing.all.map { "\($0.name) \($0.text)" } == ["a q=other", "c q=c"])
            // A query that means nothing any more finds nothing, and the others are understood.
            second.standing.understand { $0.name == "a" ? nil : SearchQuery() }
            _ = await second.ingest([
                ArticleBody(bytes: Array(#"{"id":"x","text":"A text."}"#.utf8), format: .ndjson, name: nil)
            ])
            let step = try await second.watchStanding(nil, from: WatchPosition(revision: 0))
            #expect(step.found.map { "\($0.query ?? "") \($0.hit.id)" } == ["c x#1"])
            await second.close()
        }
    }

    @Test(arguments: ["", "-a", "a b", "a\tb", "ü", String(repeating: "a", count: 101)])
    func whatIsNoNameIsNone(_ name: String) { #expect(!StandingQuery.isName(name)) }

    private static func query(_ random: inout SplitMix) throws -> SearchQuery {
        func word() -> String { random.pick(words) }
        let person = random.pick(people)
        let text =
            switch Int.random(in: 0..<14, using: &random) {
            case 0: word()
            case 1...4: "\(word()) \(word())"
            case 5: "\"\(word()) \(word())\""
            case 6: "\(word().prefix(3))*"
            case 7: "harbuor~1 \(word())"
            case 8: "\(word()) NEAR/3 \(word())"
            case 9: "\(word()) OR \"\(word()) \(word())\" OR person:Vane"
            case 10: "\(word()) -\(word())"
            case 11: "title:\(word()) OR -\(word())"
            case 12: "person:\"\(person)\" \(word())"
            default: "(\(word()) OR \(word())) AND NOT \(word())"
            }
        let filters = ["person=\(person)", "source=wire", "source=coast times", "date=*", "tag=old"]
        return try SearchQuery(
            text,
            where: Int.random(in: 0..<3, using: &random) == 0 ? [random.pick(filters), random.pick(filters)] : [],
            allOf: Int.random(in: 0..<8, using: &random) == 0 ? [random.pick(filters)] : [],
            without: Int.random(in: 0..<8, using: &random) == 0 ? [random.pick(filters)] : [],
            match: Int.random(in: 0..<4, using: &random) == 0 ? .any : .all)
    }

    private static func article(_ id: String, inFrench: Bool, _ random: inout SplitMix) -> (id: String, line: String) {
        let passages = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let some = (0..<Int.random(in: 3...9, using: &random)).map { _ in random.pick(words) }
            let number = Int.random(in: 0..<1_000, using: &random)
            return "\"\(random.pick(people)) \(number) \(some.joined(separator: " ")).\""
        }
        let names = (0..<2).map { _ in #"{"type":"person","name":"\#(random.pick(people))"}"# }
        let date = Bool.random(using: &random) ? #""date":"2025-05-0\#(Int.random(in: 1...9, using: &random))","# : ""
        return (
            id,
            #"{"id":"\#(id)",\#(date)"language":"\#(inFrench ? "fr" : "en")","#
                + #""title":"\#(random.pick(words)) \#(random.pick(words))","#
                + #""source":"\#(random.pick(["wire", "Coast Times"]))","tags":["\#(random.pick(["old", "new"]))"],"#
                + #""passages":[\#(passages.joined(separator: ","))],"entities":[\#(names.joined(separator: ","))]}"#
        )
    }
}
