import Foundation
import TestSupport
import Testing

@testable import Corpus

/// An article as a line of NDJSON, read again.
@Suite struct ArticleJSONTests {
    @Test func whatIsWrittenReadsBackEqual() throws {
        var random = SplitMix(seed: 8)
        let pieces = [
            "river", "é", "\"", "\\", "\n\n", "\t", "\u{1}", "\u{7f}", "日本", "🙂", " ", "x\u{301}", "</p>", "\u{2028}",
            "0",
        ]
        func text(_ count: Int) -> String {
            "a" + (0..<count).map { _ in random.pick(pieces) }.joined() + "z"
        }
        for number in 0..<500 {
            var fields = ["\"id\":\"a/\(number)\""]
            func field(_ name: String, _ value: String) {
                if Bool.random(using: &random) { fields.append("\"\(name)\":\(value)") }
            }
            func quoted(_ text: String) -> String {
                String(decoding: Article(id: text, text: "").jsonLine.dropFirst(6), as: UTF8.self)
                    .components(before: ",\"text\"")
            }
            for name in ["title", "dateline", "source", "url", "section", "language"] { field(name, quoted(text(4))) }
            field("date", "\"2025-0\(Int.random(in: 1...9, using: &random))-11\"")
            field("authors", "[\(quoted(text(3))),\(quoted(text(2)))]")
            field("tags", "[\(quoted(text(1)))]")
            if Bool.random(using: &random) {
                fields.append("\"passages\":[\((0..<3).map { _ in quoted(text(9)) }.joined(separator: ","))]")
                field("entities", #"[{"type":"person","name":"Ada"},{"type":"loc","name":\#(quoted(text(2)))}]"#)
            } else {
                fields.append("\"text\":\(quoted(text(30)))")
                field("entities", #"[{"type":"org","name":"UN","start":0,"end":1}]"#)
            }
            let line = Array("{\(fields.joined(separator: ","))}".utf8)
            let article = try Self.read(line)
            #expect(try Self.read(article.jsonLine) == article)
            #expect(article.jsonLine.last == UInt8(ascii: "\n"))
            #expect(article.jsonLine.count { $0 == UInt8(ascii: "\n") } == 1)
        }
    }

    private static func read(_ line: [UInt8]) throws -> Article {
        let found = ArticleReader.articles(from: line, format: .ndjson, name: nil, firstLine: 1)
        #expect(found.count == 1)
        return try #require(found.first).get()
    }
}

extension String {
    fileprivate func components(before mark: String) -> String {
        guard let range = range(of: mark) else { return self }
        return String(self[..<range.lowerBound])
    }
}
