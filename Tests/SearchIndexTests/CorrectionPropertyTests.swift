import Entities
import TestSupport
import Testing

@testable import SearchIndex

/// Random corrections over random articles: everything that an index says of names against the same corrections done the
/// plain way.
@Suite struct CorrectionPropertyTests {
    private static let types = ["person", "place", "organization", "misc"]
    private static let sources = ["North Press", "South Wire"]
    /// No name has all the words of another, so each filter means one name.
    private static let pool = ["Zorba Quill", "Vexa Thorn", "Milo Brask", "Quenta Rill", "Ostra Vane", "Pell Dorran"]
    private static let absent = ["Nima Yost", "Arlo Fenwick"]

    private static func articles(_ ids: Range<Int>, _ random: inout SplitMix) -> String {
        ids.map { id in
            let passages = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                let names = (0..<Int.random(in: 0...3, using: &random)).map { _ in random.pick(pool) }
                return "\"river news " + names.joined(separator: " saw ") + " \(random.pick(["flood", "storm"])).\""
            }
            let entities = pool.map { name in
                "{\"type\":\"\(name.hasPrefix("V") ? random.pick(types) : types[name.utf8.count % 4])\",\"name\":\"\(name)\"}"
            }
            return "{\"id\":\"p/\(id)\",\"source\":\"\(random.pick(sources))\",\"date\":\"2025-0\(1 + id % 3)-11\","
                + "\"passages\":[\(passages.joined(separator: ","))],\"entities\":[\(entities.joined(separator: ","))]}"
        }.joined(separator: "\n")
    }

    private static func name(_ random: inout SplitMix) -> String {
        "\(random.pick(types))=\(random.pick(pool + absent))"
    }

    private static func correction(_ random: inout SplitMix)
        -> (verb: String, name: String, into: String?, conditions: [String])
    {
        let verb = random.pick(["alias", "merge", "split", "split", "split", "hide", "retype"])
        let into: String? =
            switch verb {
            case "hide": nil
            case "retype": random.pick(types)
            default: name(&random)
            }
        var conditions: [String] = []
        if verb == "split" {
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let id = Int.random(in: 0..<50, using: &random)
                conditions.append(
                    random.pick(["article=p/\(id)", "source=\(random.pick(sources))", "date=2025-02", name(&random)]))
            }
        }
        return (verb, name(&random), into, conditions)
    }

    /// Everything that searches say of names against the model.
    private func compare(_ test: TestIndex, _ model: CorrectionModel, _ comment: Comment) async throws {
        let words: [(String, (CorrectionModel.Passage) -> Bool)] = [
            ("*", { _ in true }), ("source:\"South Wire\"", { $0.source == "South Wire" }),
        ]
        for (text, matches) in words {
            let passages = model.passages.filter(matches)
            let result = try await test.index.search(try SearchQuery(text, facets: Self.types.map { "\($0):100" }))
            for facet in result.facets {
                let found = Dictionary(
                    uniqueKeysWithValues: facet.values.map { (NameKey.key($0.value), [$0.articles, $0.passages]) })
                #expect(found == model.counts(facet.field, passages), "\(comment) \(text) \(facet.field)")
            }
            let shown = Dictionary(
                uniqueKeysWithValues: result.hits.map { hit in
                    (
                        hit.id,
                        Set(hit.passage.entities.map { CorrectionModel.Name(type: $0.type, key: NameKey.key($0.name)) })
                    )
                })
            #expect(shown == model.names.filter { id, _ in passages.contains { $0.id == id } }, comment)
        }
        for type in Self.types {
            for name in Self.pool + Self.absent {
                let wanted = model.passages(with: CorrectionModel.Name(type: type, key: NameKey.key(name)))
                let filter = try SearchQuery("*", where: ["\(type)=\(name)"])
                let totals = try await test.index.count(filter).totals
                let articles = Set(wanted.map(\.article)).count
                #expect(totals.passages == wanted.count && totals.articles == articles, "\(comment) \(type)=\(name)")
                let asked = try await test.ids(try SearchQuery("river AND \(type):\"\(name)\"")).sorted()
                #expect(asked == wanted.map(\.id).sorted(), "\(comment) \(type):\(name)")
            }
            let present = try await test.index.count(try SearchQuery("\(type):*")).totals.passages
            #expect(present == model.names.values.count { $0.contains { $0.type == type } }, comment)
        }
        var query = EntityQuery()
        query.limit = 1_000
        let listed = try await test.index.entities(query).items
        for type in Self.types {
            let found = Dictionary(
                uniqueKeysWithValues: listed.filter { $0.type == type }.map {
                    (NameKey.key($0.count.value), [$0.count.articles, $0.count.passages])
                })
            #expect(found == model.counts(type, model.passages), comment)
        }
    }

    /// The model of what `test` has, read through an index without its corrections.
    private func model(_ lines: [String]) async throws -> CorrectionModel {
        try await TestIndex.with { plain in
            for part in lines { try await plain.ingest(part) }
            return try await CorrectionModel(plain.index, articles: (0..<60).map { "p/\($0)" })
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func everythingAgreesWithThePlainWay(_ seed: UInt64) async throws {
        var random = SplitMix(seed: seed)
        // The second brings articles anew, and others for the first time.
        let parts = [Self.articles(0..<40, &random), Self.articles(30..<50, &random)]
        let (first, both) = (try await model([parts[0]]), try await model(parts))
        try await TestSupport.withTemporaryFolder { folder in
            var test = TestIndex(index: try await TestIndex.open(folder), folder: folder)
            try await test.ingest(parts[0])
            var made: [(number: Int, as: (verb: String, name: String, into: String?, conditions: [String]))] = []
            var model = first
            for step in 0..<24 {
                if step == 12 {
                    try await test.ingest(parts[1])
                    model = both
                }
                if step == 18 {
                    await test.index.close()
                    test = TestIndex(index: try await TestIndex.open(folder), folder: folder)
                }
                if step % 5 == 4, let undone = made.randomElement(using: &random) {
                    _ = try await test.index.undoCorrections(undone.number...undone.number)
                    made.removeAll { $0.number == undone.number }
                } else {
                    let next = Self.correction(&random)
                    do {
                        let correction = try Correction(
                            verb: next.verb, name: next.name, into: next.into, where: next.conditions)
                        let changed = try await test.index.correct([correction], uid: 7).changed
                        made += changed.map { ($0.number, next) }
                    } catch let error as SearchIndexError {
                        #expect(error.code == .badCorrection)
                    }
                }
                model.apply(made.map(\.as))
                try await compare(test, model, "seed \(seed) step \(step) \(made)")
            }
            #expect(made.count > 5)
            _ = try await test.index.undoCorrections(1...1_000)
            model.apply([])
            try await compare(test, model, "all undone")
            await test.index.close()
        }
    }
}
