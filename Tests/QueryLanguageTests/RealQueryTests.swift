import Foundation
import QueryLanguage
import TestSupport
import Testing

/// Queries that people wrote, from `../shared`. Skipped, and reported so, where that folder is absent.
@Suite(.enabled(if: TestSupport.sharedFolder != nil, "../shared is absent"))
struct RealQueryTests {
    private struct TaggedQuery: Decodable {
        var query: String
        var tags: [String]
    }

    private func lines(_ path: String) throws -> [String] {
        let folder = try #require(TestSupport.sharedFolder)
        let text = try String(contentsOfFile: "\(folder)/data/\(path)", encoding: .utf8)
        return text.split(separator: "\n").map { String($0) }
    }

    /// `+a +b` is a sequence of required words, `"a b"` a phrase, `a b` plain words; all print as they came.
    @Test func taggedQueriesHaveTheirShape() throws {
        let queries = try lines("queries/search-benchmark-game.jsonl").map {
            try JSONDecoder().decode(TaggedQuery.self, from: Data($0.utf8))
        }
        #expect(queries.count == 962)
        for item in queries {
            let query = try parser.parse(item.query)
            let shape =
                switch query {
                case .phrase: "phrase"
                case .word: "term"
                case .sequence(let parts) where parts.contains { if case .not = $0 { true } else { false } }: "negated"
                case .sequence where query.isPlainWords: "union"
                case .sequence: "intersection"
                default: "none"
                }
            #expect(
                item.tags.contains { $0.hasPrefix(shape) || $0 == "two-phase-critic" },
                "\(item.query) \(item.tags) \(query)")
            #expect(try parser.parse(query.queryText) == query)
        }
    }

    /// Long questions with parentheses and dashes: all can be relaxed, and are plain save where `-dash`, meant as a dash, excludes a word.
    @Test func questionsCanBeRelaxed() throws {
        let questions = try lines("ranking/cranfield/queries.tsv").compactMap { $0.split(separator: "\t").last }
        #expect(questions.count == 225)
        for question in questions {
            let query = try parser.parse(String(question))
            #expect(try parser.parse(query.queryText) == query)
            #expect(query.relaxed != nil, "\(question)")
            #expect(query.isPlainWords == !question.contains(" -dash"), "\(question)")
        }
    }
}
