import Glibc
import QueryLanguage
import TestSupport
import Testing
import XapianKit

@testable import SearchIndex

/// The default ranking against its formula, worked out the plain way from what Xapian has stored.
@Suite struct ArticleScoringTests {
    @Test(arguments: [
        ["river"], ["river", "flood"], ["storm", "vote", "goal", "court"], ["river", "river"], ["news", "ruling"],
    ])
    func scoresEqualTheFormula(_ words: [String]) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(400, seed: 31))
            try await test.ingest(#"{"id":"s","title":"River, river","text":"\#(Self.long)"}"#)
            _ = try await test.index.delete(ids: ["r/3", "r/77"])
            let reference = try Reference(Database(path: test.folder + "/db"))
            let text = words.joined(separator: " ")
            let expected = reference.scores(words)

            let articles = try await test.index.search(SearchQuery(text, by: .article, match: .any)).hits
            #expect(articles.count == Set(expected.keys.map(\.article)).count && articles.count > 100)
            for hit in articles {
                let own = expected.filter { $0.key.article == hit.article.id }
                let best = try #require(own.max { $0.value.passage < $1.value.passage }?.value)
                #expect(abs(hit.score - (2 * best.article + best.passage) / 3) < 1e-5)
            }
            #expect(articles.map(\.score) == articles.map(\.score).sorted(by: >))

            let passages = try await test.index.search(SearchQuery(text, by: .passage, match: .any)).hits
            #expect(passages.count == expected.count)
            for hit in passages {
                let score = try #require(expected.first { "\($0.key.article)#\($0.key.number)" == hit.id }?.value)
                #expect(abs(hit.score - score.passage) < 1e-9)
            }
        }
    }

    /// What the filter lets through is scored as without it.
    @Test func filtersChangeNoScore() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.random(200, seed: 5))
            let all = try await test.index.search(SearchQuery("river storm", by: .article, match: .any)).hits
            let some = try await test.index.search(
                SearchQuery("river storm", where: ["source=North Press"], by: .article, match: .any)
            ).hits
            #expect(some.count > 20)
            for hit in some { #expect(all.contains { $0.id == hit.id && $0.score == hit.score }) }
        }
    }

    private static let long = (0..<60).map {
        "The river rose by the coast, part \($0), and nobody knew why it did.\\n\\n"
    }
    .joined()

    /// Every passage with its terms, by plain means.
    private struct Reference {
        struct Passage: Hashable {
            var article: String
            var number: Int
        }

        private var text: [Passage: [String: Int]] = [:]
        private var title: [String: [String: Int]] = [:]
        private var lengths: [Passage: Int] = [:]

        init(_ database: Database) throws {
            for docid in 1...(try database.statistics().lastDocid) {
                guard let bytes = try? database.data(docid: docid) else { continue }
                let record = try PassageRecord(decoding: bytes)
                let passage = Passage(article: record.articleID, number: record.number)
                lengths[passage] = Int(try database.length(docid: docid))
                text[passage] = [:]
                title[passage.article] = [:]
                let cursor = try database.terms(docid: docid)
                while let entry = try cursor.next() {
                    let term = String(decoding: entry.bytes, as: UTF8.self)
                    if entry.number == 0 { continue }
                    if term.first == "S" {
                        title[passage.article, default: [:]][String(term.dropFirst())] = Int(entry.number)
                    } else {
                        text[passage, default: [:]][term] = Int(entry.number)
                    }
                }
            }
        }

        func scores(_ words: [String]) -> [Passage: (article: Double, passage: Double)] {
            var ofArticle: [String: [String: Int]] = title.mapValues { $0.mapValues { 4 * $0 } }
            for (passage, terms) in text { ofArticle[passage.article, default: [:]].merge(terms, uniquingKeysWith: +) }
            let articleLengths = ofArticle.mapValues { Double($0.values.reduce(0, +)) }
            let meanArticle = articleLengths.values.reduce(0, +) / Double(articleLengths.count)
            let meanPassage = Double(lengths.values.reduce(0, +)) / Double(lengths.count)
            let n = Double(ofArticle.count)

            func share(_ tf: Int, _ length: Double, _ mean: Double) -> Double {
                let x = Double(tf) * log2(1 + mean / length)
                return x / (x + 1)
            }
            var found: [Passage: (article: Double, passage: Double)] = [:]
            for word in words {
                let term = word == "ruling" ? "rule" : word
                let df = Double(ofArticle.values.filter { $0[term] != nil }.count)
                let cf = Double(ofArticle.values.reduce(0) { $0 + ($1[term] ?? 0) })
                let weight = log2((n + 1) / (n * (1 - pow(1 - 1 / n, cf)) + 0.5)) * (cf + 1) / df
                for passage in text.keys {
                    let inArticle = ofArticle[passage.article]?[term] ?? 0
                    let inPassage = (text[passage]?[term] ?? 0) + (title[passage.article]?[term] ?? 0)
                    guard inPassage > 0 || found[passage] != nil || words.contains(where: { has($0, passage) }) else {
                        continue
                    }
                    let article = weight * share(inArticle, articleLengths[passage.article] ?? 1, meanArticle)
                    let own = weight * share(inPassage, Double(lengths[passage] ?? 1), meanPassage)
                    found[passage, default: (0, 0)].article += article
                    found[passage, default: (0, 0)].passage += own
                }
            }
            return found
        }

        private func has(_ word: String, _ passage: Passage) -> Bool {
            let term = word == "ruling" ? "rule" : word
            return text[passage]?[term] != nil || title[passage.article]?[term] != nil
        }
    }
}
