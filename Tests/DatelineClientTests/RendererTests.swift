import DatelineAPI
import Testing

@testable import DatelineClient

@Suite struct RendererTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func tabSeparatedHits() {
        let rows = [Samples.hit, Samples.bareHit].map { hit in HitColumn.usual.map { $0.value(of: hit).text } }
        #expect(
            TabSeparated.render(rows)
                == "7.25\ta/1#3\t2025-08-02\tWire\tTalks in Baku\t"
                + "The Abraham accords were signed.\\nAccords\\tof peace.\n"
                + "1.5\tb#1\t\t\t\tA passage without a headline.\n")
        #expect(TabSeparated.escape("a\\n\r\n\tb") == "a\\\\n\\r\\n\\tb")
    }

    @Test func columnsAsJSONLines() throws {
        let columns = try HitColumn.parse("id,title,score,start")
        let lines = JSONLines.render([Samples.hit, Samples.bareHit].map { SelectedColumns(row: $0, columns: columns) })
        #expect(
            text(lines) == #"{"id":"a/1#3","score":7.25,"start":120,"title":"Talks in Baku"}"# + "\n"
                + #"{"id":"b#1","score":1.5,"start":0,"title":null}"# + "\n")
    }

    @Test func aReplyIsPrintedAsItCame() {
        #expect(text(JSONLines.verbatim(Array("{ }".utf8))) == "{ }\n")
        #expect(text(JSONLines.verbatim(Array("{ }\n".utf8))) == "{ }\n")
    }

    @Test func facetLines() {
        let reply = FacetPageReply(
            index: Samples.index, tookMs: 1, field: "person",
            values: [FacetValue(value: "Steve Witkoff", articles: 2, passages: 3)], distinct: 1, truncated: false)
        #expect(FacetLines.tabSeparated(reply) == "2\t3\tperson=Steve Witkoff\n")
        #expect(FacetLines.filters(reply, end: "\0") == "person=Steve Witkoff\0")
        #expect(FacetLines.more(reply) == nil)
    }

    /// The third column is a filter also where the facet is a field with a unit.
    @Test func facetLinesOfMonthsWithLift() {
        let reply = FacetPageReply(
            index: Samples.index, tookMs: 1, field: "date.month",
            values: [
                FacetValue(value: "2025-08", articles: 2, passages: 3, lift: 12.345),
                FacetValue(value: "2025-07", articles: 1, passages: 1, lift: 0.999),
            ], distinct: 14, truncated: true, next: "c")
        #expect(FacetLines.tabSeparated(reply) == "2\t3\tdate=2025-08\t12.35\n1\t1\tdate=2025-07\t1.00\n")
        #expect(FacetLines.filters(reply, end: "\n") == "date=2025-08\ndate=2025-07\n")
        #expect(FacetLines.more(reply) == "14 values in all; more with --after c")
        #expect([0, 0.054, 1e300, -1, 2].map(Wording.lift) == ["0.00", "0.05", "10000000000000.00", "0.00", "2.00"])
    }

    @Test func anArticle() {
        let person = EntityReply(type: "person", name: "Ilham Aliyev", bytes: ByteRange(0..<1))
        let place = EntityReply(type: "place", name: "Baku")
        let passages = [1, 2].map {
            ArticlePassage(id: "a#\($0)", number: $0, bytes: ByteRange(0..<1), entities: [person, place])
        }
        let article = ArticleDetail(
            id: "a", title: "Talks", date: "2025-08-02", source: "Wire", authors: ["A", "B"],
            text: "One paragraph.\n\nAnother.", passages: passages)
        #expect(
            ShowText.article(article, style: TextStyle()) == """
                Talks
                2025-08-02  Wire  A, B
                a

                One paragraph.

                Another.

                  person: Ilham Aliyev
                  place: Baku

                """)
    }

    @Test func aPassage() {
        let reply = PassageReply(
            index: Samples.index, tookMs: 1,
            passage: PassageDetail(id: "a#1", number: 1, text: "Text.", bytes: ByteRange(0..<5)),
            article: ArticleSummary(id: "a"))
        #expect(ShowText.passage(reply, style: TextStyle()) == "a#1\n\nText.\n")
    }

    @Test func status() {
        let reply = StatusReply(
            index: Samples.index, tookMs: 1, version: "0.1.0", xapian: "1.4.22",
            database: DatabaseStatus(path: "/db", bytes: 10), columns: ColumnsStatus(bytes: 4096),
            caches: ["postings": CacheStatus(hits: 7, misses: 3, bytes: 640)], articles: 2, passages: 8, corrections: 5,
            uptimeS: 2.9,
            schemaVersion: 1, limits: ["query": 4096])
        #expect(
            StatusLines.text(reply).hasPrefix(
                "version                0.1.0\nxapian                 1.4.22\nindex                  /db\n"))
        #expect(
            StatusLines.tabSeparated(reply).hasSuffix(
                "passages\t8\ncorrections\t5\ncolumns bytes\t4096\nuptime seconds\t2\npostings cache bytes\t640\n"
                    + "postings cache hits\t7\npostings cache misses\t3\nlimit query\t4096\n"
            ))
    }

    @Test func ingest() {
        var reply = IngestReply(
            index: Samples.index, tookMs: 400, received: 30, added: 12, replaced: 1, unchanged: 17, passages: 95)
        #expect(
            IngestText.summary(reply, elapsed: .milliseconds(449), skipped: 0)
                == "indexed 30 articles (12 new, 1 replaced, 17 unchanged), 95 passages in 0.4 s\n")
        reply.errorsOmitted = 2
        #expect(
            IngestText.summary(reply, elapsed: .zero, skipped: 1).hasSuffix(
                "; 2 failed; 1 file of other kinds skipped\n"))
        #expect(
            IngestText.error(IngestError(name: "a.ndjson", line: 3, code: "c", message: "m", hint: "h"))
                == "dateline: a.ndjson:3: m (h)\n")
        #expect(IngestText.error(IngestError(id: "x\u{1b}", code: "c", message: "m")) == "dateline: x\u{FFFD}: m\n")
        #expect(IngestText.error(IngestError(code: "c", message: "m")) == "dateline: m\n")
        let warning = IngestError(name: "a.ndjson", id: "x", code: "c", message: "m")
        #expect(IngestText.warning(warning) == "dateline: x: warning: m\n")
        reply.warnings = [warning]
        #expect(IngestText.summary(reply, elapsed: .zero, skipped: 0).hasSuffix("; 2 failed; 1 incomplete\n"))
    }

    @Test func anErrorPointsAtTheCharacter() {
        var error = ClientError.usage("there is no field persn", hint: "did you mean person?")
        error.position = 10
        #expect(
            ErrorText.render(error, query: "Ünï 中 persn:x") == """
                dateline: there is no field persn (did you mean person?)
                  Ünï 中 persn:x
                         ^

                """)
        error.position = 900
        #expect(ErrorText.render(error, query: "x").hasSuffix("person?)\n"))
    }

    @Test func progress() {
        #expect(
            ProgressLine.render(articles: 10, bytes: 5_000_000, of: 10_000_000, elapsed: .seconds(2), width: 60)
                == "[#########----------]  50 %  10 articles  5.0 MB  2.5 MB/s")
        #expect(
            ProgressLine.render(articles: 1, bytes: 512, of: nil, elapsed: .zero, width: 80)
                == "1 article  512 B  512.0 kB/s")
        for width in 0...70 {
            let line = ProgressLine.render(articles: 9, bytes: 20, of: 10, elapsed: .seconds(1), width: width)
            #expect(line.count <= width)
        }
    }

    @Test func formatsThatContradictOptions() throws {
        #expect(throws: ClientError.self) { try OutputOptions(format: .json, fields: "id") }
        #expect(throws: ClientError.self) { try OutputOptions(format: .text, nulTerminated: true) }
        #expect(throws: ClientError.self) { try HitColumn.parse("id,colour") }
        #expect(throws: ClientError.self) { try HitColumn.parse("") }
        #expect(throws: ClientError.self) {
            try SearchInvocation(request: SearchRequest(), all: true, options: OutputOptions(format: .json))
        }
    }
}
