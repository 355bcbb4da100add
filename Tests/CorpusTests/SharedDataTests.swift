import Corpus
import Foundation
import TestSupport
import Testing
import TextAnalysis

/// The readers on the real articles of `../shared`; skipped, with a word about it, where that folder is absent.
@Suite(.enabled(if: TestSupport.sharedFolder != nil, "../shared is absent"))
struct SharedDataTests {
    private let shared = TestSupport.sharedFolder ?? ""

    @Test func seedsAreReadAsWireCopy() throws {
        let folder = shared + "/seeds"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
        let articles = try names.map { name in
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
            return try ArticleReader.article(from: bytes, format: .plain, name: name)
        }
        #expect(articles.map(\.id) == names)
        #expect(articles.map(\.title) == [nil, nil])
        #expect(articles.map { $0.date?.description } == [nil, "2025-08-02"])
        #expect(articles.map(\.dateline) == [nil, "WASHINGTON"])
        #expect(articles[1].text.hasPrefix("WASHINGTON: "))
        for article in articles {
            checkPassages(of: article)
            // Wire paragraphs are long enough to be passages of their own.
            let paragraphs = article.text.split(separator: "\n").filter { $0.contains { !$0.isWhitespace } }
            #expect(PassageSplitter.passages(of: article).count == paragraphs.count)
        }
    }

    @Test func releasesAreReadFromNDJSON() throws {
        let body = try firstLines(500, ofGzip: shared + "/data/whitehouse/2025.jsonl.gz")
        let results = ArticleReader.articles(from: body, format: .ndjson, name: "2025.jsonl")
        let articles = try results.map { try $0.get() }
        #expect(articles.count == 500)
        #expect(Set(articles.map(\.id)).count == 500)
        for article in articles {
            #expect(article.title != nil && article.date != nil && article.source != nil && article.url != nil)
            checkPassages(of: article)
            let folded = Folding.folded(article.text)
            #expect(Folding.folded(folded) == folded, "\(article.id)")
        }
    }

    private func checkPassages(of article: Article) {
        var end = 0
        for passage in PassageSplitter.passages(of: article) {
            #expect(passage.range.lowerBound == end && passage.range.count <= 1_500, "\(article.id)")
            end = passage.range.upperBound
        }
        #expect(end == article.text.utf8.count, "\(article.id)")
    }

    private func firstLines(_ count: Int, ofGzip path: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "gzip -dc \"$0\" | head -n \(count)", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return [UInt8](output)
    }
}
