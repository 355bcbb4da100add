import Corpus
import Testing

struct ArticlesBodyTests {
    private func ids(_ text: String, _ format: ArticleFormat, name: String? = "n", firstLine: Int = 1) -> [String] {
        ArticleReader.articles(from: Array(text.utf8), format: format, name: name, firstLine: firstLine).map { result in
            switch result {
            case .success(let article): article.id
            case .failure(let error): "\(error)"
            }
        }
    }

    @Test func oneBadLineDoesNotStopTheOthers() {
        let text = "{\"id\":\"x\",\"text\":\"a\"}\r\n\n \n{\"text\":\n{\"text\":\"b\"}\n{\"text\":7}"
        #expect(
            ids(text, .ndjson, firstLine: 10) == [
                "x", "line 13: not JSON at byte 8: expected a value", "n:14", "line 15: \"text\" must be a string",
            ])
    }

    @Test func bodiesWithoutRecordsGiveNone() {
        #expect(ids("", .ndjson) == [])
        #expect(ids("\n \r\n", .ndjson) == [])
        #expect(ids("[]", .json) == [])
    }

    @Test func arraysHoldSeveralArticles() {
        #expect(
            ids(#" [{"text":"a"}, {"id":"y"}, {"id":"z","text":"b"}]"#, .json) == [
                "n:1", "article 2 of the array: the article has neither \"text\" nor \"passages\"", "z",
            ])
        #expect(ids(#"{"text":"a"}"#, .json) == ["n"])
        #expect(ids("[{", .json) == ["not JSON at byte 2: expected a key in quotes"])
    }

    @Test func formatsAreNamedByTypeAndFile() {
        #expect(ArticleFormat(contentType: "Text/HTML; charset=utf-8") == .html)
        #expect(ArticleFormat(contentType: "application/jsonl") == .ndjson)
        #expect(ArticleFormat(contentType: "image/png") == nil)
        #expect(ArticleFormat(fileName: "a/b.c/story.TXT") == .plain)
        #expect(ArticleFormat(fileName: "a.b/README") == nil)
        for format in ArticleFormat.allCases { #expect(ArticleFormat(contentType: format.contentType) == format) }
    }
}
