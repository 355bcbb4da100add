import Foundation
import TestSupport
import Testing

@testable import SearchIndex

/// What each correction does to counts, filters and hits, and how long it holds.
@Suite struct CorrectionTests {
    private static let wire = """
        {"id":"c/1","source":"Metal Wire","passages":["Zorba Quill met Z. Quill in Vandoria.","Zorba Quill left."],"entities":[{"type":"person","name":"Zorba Quill"},{"type":"person","name":"Z. Quill"},{"type":"person","name":"Vandoria"}]}
        {"id":"c/2","source":"Coast Times","passages":["Zorba Quill of Vandoria, the painter."],"entities":[{"type":"person","name":"Zorba Quill"},{"type":"person","name":"Vandoria"}]}
        {"id":"c/3","source":"Coast Times","passages":["Z. Quill spoke to Ostra Vane."],"entities":[{"type":"person","name":"Z. Quill"},{"type":"person","name":"Ostra Vane"}]}
        """

    private func correct(
        _ index: Index, _ verb: String, _ name: String, _ into: String? = nil, where conditions: [String] = []
    ) async throws -> [RecordedCorrection] {
        try await index.correct([Correction(verb: verb, name: name, into: into, where: conditions)], uid: 7).changed
    }

    /// `NAME articles/passages` of a field, by name.
    private func counts(_ index: Index, _ field: String = "person", _ query: String = "*") async throws -> [String] {
        var request = FacetQuery(field: field, search: try SearchQuery(query))
        request.order = .name
        request.limit = 100
        return try await index.facet(request).facet.values.map { "\($0.value) \($0.articles)/\($0.passages)" }
    }

    private func articles(_ index: Index, _ filter: String) async throws -> Int {
        try await index.count(try SearchQuery("*", where: [filter])).totals.articles
    }

    @Test func aMergedNameCountsAsTheOther() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.wire)
            let before = try await counts(test.index)
            #expect(before == ["Ostra Vane 1/1", "Vandoria 2/2", "Z. Quill 2/2", "Zorba Quill 2/3"])
            #expect(try await correct(test.index, "merge", "person=Z. Quill", "zorba quill").map(\.number) == [1])
            // The article that names both counts once, and the index's spelling stays.
            #expect(try await counts(test.index) == ["Ostra Vane 1/1", "Vandoria 2/2", "Zorba Quill 3/4"])
            for filter in ["person=Z. Quill", "person=Zorba Quill", "person=quill"] {
                #expect(try await articles(test.index, filter) == 3, "\(filter)")
            }
            let hits = try await test.index.search(try SearchQuery("person:\"Z. Quill\"")).hits
            #expect(Set(hits.map(\.id)) == ["c/1#1", "c/1#2", "c/2#1", "c/3#1"])
            #expect(hits.allSatisfy { !$0.passage.entities.contains { $0.name == "Z. Quill" } })
            let article = try #require(try await test.index.article(id: "c/3"))
            #expect(article.1[0].entities.map(\.name).sorted() == ["Ostra Vane", "Zorba Quill"])
            // What is searched for in the values is also what was merged away.
            var request = FacetQuery(field: "person", search: try SearchQuery("*"))
            request.prefix = "z."
            #expect(try await test.index.facet(request).facet.values.map(\.value) == ["Zorba Quill"])
            let selected = try await test.index.search(
                try SearchQuery("*", where: ["person=Z. Quill"], facets: ["person"]))
            #expect(selected.facets[0].values.first { $0.selected }?.value == "Zorba Quill")

            #expect(try await test.index.undoCorrections(nil).changed.map(\.number) == [1])
            #expect(try await counts(test.index) == before)
            #expect(try await articles(test.index, "person=Z. Quill") == 2)
        }
    }

    @Test func namesThatComeLaterAreCovered() async throws {
        try await TestIndex.with { test in
            _ = try await correct(test.index, "alias", "person=Z. Quill", "person=Q the Painter")
            _ = try await correct(test.index, "alias", "person=Q the Painter", "person=Quincy Bell")
            #expect(try await articles(test.index, "person=Z. Quill") == 0)
            try await test.ingest(Self.wire)
            #expect(
                try await counts(test.index)
                    == ["Ostra Vane 1/1", "Quincy Bell 2/2", "Vandoria 2/2", "Zorba Quill 2/3"])
            #expect(try await articles(test.index, "person=Q the Painter") == 2)
            try await test.ingest(Self.wire.replacingOccurrences(of: "Z. Quill", with: "Quincy Bell"))
            #expect(
                try await counts(test.index)
                    == ["Ostra Vane 1/1", "Quincy Bell 2/2", "Vandoria 2/2", "Zorba Quill 2/3"])
        }
    }

    @Test func hidingRetypingAndSpelling() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.wire)
            _ = try await correct(test.index, "retype", "person=vandoria", "place")
            _ = try await correct(test.index, "hide", "person=Ostra Vane")
            _ = try await correct(test.index, "alias", "person=Z. Quill", "person=Z. QUILL")
            #expect(try await counts(test.index) == ["Z. QUILL 2/2", "Zorba Quill 2/3"])
            #expect(try await counts(test.index, "place") == ["Vandoria 2/2"])
            // A filter by what the name was before finds the same.
            for filter in ["place=Vandoria", "person=Vandoria"] { #expect(try await articles(test.index, filter) == 2) }
            #expect(try await articles(test.index, "person=Ostra Vane") == 0)
            #expect(try await articles(test.index, "person=Ostra") == 0)
            let hits = try await test.index.search(try SearchQuery("ostra")).hits
            #expect(hits.map { $0.passage.entities.map(\.name) } == [["Z. QUILL"]])
        }
    }

    @Test func aNameIsSplitInSomeArticles() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.wire)
            _ = try await correct(test.index, "merge", "person=Z. Quill", "person=Zorba Quill")
            _ = try await correct(
                test.index, "split", "person=Zorba Quill", "Zorba Quill (painter)", where: ["article=c/2"])
            #expect(
                try await counts(test.index)
                    == ["Ostra Vane 1/1", "Vandoria 2/2", "Zorba Quill 2/3", "Zorba Quill (painter) 1/1"])
            #expect(try await articles(test.index, "person=Zorba Quill") == 2)
            #expect(try await test.ids(SearchQuery("person:\"Zorba Quill (painter)\"")) == ["c/2#1"])
            // An article that comes anew is the same article.
            try await test.ingest(
                Self.wire.split(separator: "\n")[1].replacingOccurrences(of: "the painter", with: "who paints"))
            #expect(try await articles(test.index, "person=Zorba Quill (painter)") == 1)
            _ = try await correct(
                test.index, "split", "person=Zorba Quill", "Quill of the coast",
                where: ["source=Coast Times", "person=Ostra Vane"])
            #expect(try await test.ids(SearchQuery("person:\"Quill of the coast\"")) == ["c/3#1"])
        }
    }

    @Test(arguments: [
        (["alias person=A person=B", "alias person=B person=C", "merge person=C person=A"], "lead back"),
        (["alias person=A person=B", "hide person=A"], "undo correction 1"),
        (["hide person=A", "retype person=A place"], "undo correction 1"),
        (["alias person=A person=A"], "same"), (["hide person=..."], "letter"), (["hide A"], "type"),
        (["retype person=A animal"], "type"), (["forget person=A"], "split"),
    ])
    func whatCannotBeIsRefusedAndChangesNothing(_ lines: [String], _ reason: String) async throws {
        try await TestIndex.with { test in
            var failure: SearchIndexError?
            for line in lines {
                let words = line.split(separator: " ").map(String.init)
                do {
                    _ = try await correct(test.index, words[0], words[1], words.count > 2 ? words[2] : nil)
                } catch let error as SearchIndexError { failure = error }
            }
            let error = try #require(failure)
            #expect(error.code == .badCorrection)
            #expect("\(error)".contains(reason), "\(error)")
            #expect(test.index.corrections.entries.count == lines.count - 1)
        }
    }

    @Test func severalAreMadeTogetherOrNotAtAll() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.wire)
            let good = try Correction(verb: "hide", name: "person=Vandoria", into: nil, where: [])
            let bad = try Correction(verb: "retype", name: "person=Vandoria", into: "place", where: [])
            await #expect { try await test.index.correct([good, bad], uid: 7) } throws: {
                ($0 as? SearchIndexError)?.number == 2
            }
            #expect(test.index.corrections.entries.isEmpty)
            // What is in force already is not made again.
            #expect(try await test.index.correct([good, good], uid: 7).changed.count == 1)
            #expect(try await test.index.correct([good], uid: 7).changed.isEmpty)
            let mistyped = try Correction(verb: "hide", name: "person=Vandorja", into: nil, where: [])
            #expect(try await test.index.correct([mistyped], uid: 7).unknown == ["person=Vandorja"])
            await #expect { try await test.index.undoCorrections(5...6) } throws: {
                ($0 as? SearchIndexError)?.code == .noSuchCorrection
            }
            #expect(try await test.index.undoCorrections(1...9).total == 0)
            // A number is never used again.
            #expect(try await test.index.correct([bad], uid: 7).changed.map(\.number) == [3])
        }
    }

    @Test func aCursorIsStaleAfterACorrection() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.wire)
            var query = try SearchQuery("*", limit: 1)
            query.after = try await test.index.search(query).next
            #expect(try await test.index.search(query).hits.count == 1)
            _ = try await correct(test.index, "hide", "person=Vandoria")
            let late = query
            await #expect { try await test.index.search(late) } throws: {
                ($0 as? SearchIndexError)?.code == .staleCursor
            }
            query.after = nil
            query.after = try await test.index.search(query).next
            #expect(try await test.index.search(query).hits.count == 1)
        }
    }
}
