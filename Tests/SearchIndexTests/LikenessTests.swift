import QueryLanguage
import TestSupport
import Testing

@testable import SearchIndex

/// Articles that are like one, or like a text; and what scores are made of.
@Suite struct LikenessTests {
    private static let articles = """
        {"id":"a","title":"Copper mine flooded","source":"Wire","text":"Miners pumped water out of the copper mine near Calama after the flood. Copper output will fall, the smelter said."}
        {"id":"b","title":"Copper price jumps","source":"Daily","text":"Copper rose after the flood in a Calama mine; traders see less output from the smelter."}
        {"id":"c","title":"Wheat harvest","source":"Daily","text":"Farmers brought in the wheat after the flood."}
        {"id":"d","title":"Ferry talks","source":"Wire","text":"The council talked about a new ferry."}
        {"id":"e","title":"Calama opens museum","source":"Wire","text":"A museum about mines opened in Calama."}
        """

    private func search(_ likeness: Likeness, _ test: TestIndex, where filters: [String] = []) async throws
        -> SearchResult
    {
        var query = try SearchQuery("", where: filters, by: .article)
        query.likeness = likeness
        return try await test.index.search(query)
    }

    @Test func whatSharesTellingWordsIsFound() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            let found = try await search(.article(id: "a"), test)
            // Itself it is not; `d` shares nothing with it.
            #expect(found.hits.map(\.article.id).first == "b")
            #expect(Set(found.hits.map(\.article.id)) == ["b", "c", "e"])
            let terms = try #require(found.terms)
            #expect(terms.first?.weight == 1 && terms.map(\.weight) == terms.map(\.weight).sorted(by: >))
            #expect(terms.contains { $0.term == "copper" } && !terms.contains { $0.term == "the" })
            #expect(try await search(.article(id: "a#1"), test).hits.map(\.id) == found.hits.map(\.id))

            #expect(try await search(.article(id: "a"), test, where: ["source=Wire"]).hits.map(\.article.id) == ["e"])
            let text = try await search(.text("The smelter and the copper of Calama"), test)
            #expect(Set(text.hits.map(\.article.id)) == ["a", "b", "e"] && text.hits.last?.article.id == "e")
            #expect(try await search(.text("zzz the"), test).hits.isEmpty)
        }
    }

    /// A short text does not tell its language: it is read in all of the index's.
    @Test func aTextMayBeInAnyLanguageOfTheIndex() async throws {
        try await TestIndex.with { test in
            try await test.ingest(
                #"""
                {"id":"fr","language":"fr","text":"Les gouvernements négociaient longuement."}
                {"id":"fr2","language":"fr","text":"Un gouvernement négocie."}
                {"id":"fr3","language":"fr","text":"Une fête au village."}
                {"id":"en","text":"The negotiators met the ministers."}
                {"id":"en2","text":"A negotiator left."}
                """#)
            let found = try await search(.text("le gouvernement a négocié"), test)
            #expect(Set(found.hits.map(\.article.id)) == ["fr", "fr2"])
            let english = try await search(.text("negotiators"), test)
            #expect(Set(english.hits.map(\.article.id)) == ["en", "en2"])
        }
    }

    /// The headline stands on every passage, but it is one headline.
    @Test func aLongArticleIsNotItsHeadlineAlone() async throws {
        try await TestIndex.with { test in
            let passages = (0..<12).map { "\"Part \($0) of it\($0 < 8 ? ", on zinc" : "").\"" }.joined(separator: ",")
            try await test.ingest(
                #"""
                {"id":"long","title":"Jetty","passages":[\#(passages)]}
                {"id":"x","text":"Zinc by the jetty."}
                """#)
            let terms = try #require(try await search(.article(id: "long"), test).terms)
            #expect(terms.map(\.term) == ["zinc", "jetti"])
        }
    }

    @Test func anUnknownArticleIsAnError() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Self.articles)
            await #expect {
                try await search(.article(id: "nowhere"), test)
            } throws: {
                ($0 as? SearchIndexError)?.code == .notFound
            }
        }
    }

    @Test(arguments: [RankingModel.ineb2, .bm25], [Grouping.article, .passage])
    func partsAddUpToTheScore(_ ranking: RankingModel, _ grouping: Grouping) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(300, seed: 12))
            for text in [
                "river storm", "(river AND flood) OR (vote AND \"court market\")", "mar* river", "river river",
            ] {
                var query = try SearchQuery(text, by: grouping, match: .any, limit: 40)
                query.ranking = ranking
                query.givesScoreParts = true
                let hits = try await test.index.search(query).hits
                #expect(hits.count == 40)
                for hit in hits {
                    let parts = try #require(hit.scoreParts)
                    #expect(abs(parts.reduce(0) { $0 + $1.article + $1.passage } - hit.score) < 1e-6)
                }
                query.givesScoreParts = false
                #expect(try await test.index.search(query).hits.allSatisfy { $0.scoreParts == nil })
            }
        }
    }

    /// Feedback finds nothing by itself, and moves up what shares words with the best.
    @Test func feedbackReordersWhatTheQueryFinds() async throws {
        try await TestIndex.with { test in
            let related = (0..<6).map {
                #"{"id":"r\#($0)","text":"Flood \#($0) at the Calama copper smelter."}"#
            }
            let others = (0..<40).map { #"{"id":"o\#($0)","text":"Nothing of the kind was said on day \#($0)."}"# }
            let weak = [
                #"{"id":"far","text":"A flood of letters to the editors about hats, ties and other matters of taste."}"#,
                #"{"id":"near","text":"A flood of orders reached the smelter, said its copper traders in old Calama."}"#,
                #"{"id":"none","text":"The smelter bought copper in Calama."}"#,
            ]
            try await test.ingest((related + weak + others).joined(separator: "\n"))
            var query = try SearchQuery("flood", by: .article, match: .any)
            let with = try await test.index.search(query)
            query.feedback = false
            let without = try await test.index.search(query)
            #expect(with.totals == without.totals && Set(with.hits.map(\.id)) == Set(without.hits.map(\.id)))
            #expect(!with.hits.contains { $0.article.id == "none" })
            func gap(_ result: SearchResult) throws -> Double {
                let near = try #require(result.hits.first { $0.article.id == "near" })
                let far = try #require(result.hits.first { $0.article.id == "far" })
                return near.score - far.score
            }
            #expect(try gap(with) > gap(without) + 0.1)
        }
    }
}
