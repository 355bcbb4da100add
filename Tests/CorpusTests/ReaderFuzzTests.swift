import Corpus
import TestSupport
import Testing

struct ReaderFuzzTests {
    private static let samples: [(format: ArticleFormat, text: String)] = [
        (
            .plain,
            "Title: Tides\nDate: 2025-08-02\n\ndate 2025-08-02 LISBON, Aug 2 (Desk) - The sea rose. Mr. Lee left.\n\nEnd."
        ),
        (
            .markdown,
            """
            ---
            title: "A"
            tags: [a, 'b']
            - c
            ---
            # H

            *One* [two](x "y") ![z](i) `c` &amp; <b>

            ```
            x
            ```
            | a |
            """
        ),
        (
            .html,
            """
            <html lang=en><meta name=date content='2025-08-02'><title>T &#8217;</title><script type="application/ld+json">
            {"@type":"NewsArticle","headline":"H"}</script><nav>n</nav><article><h1>H</h1><p a="b">One<br>two &eacute;
            <!-- c --></p><![CDATA[x]]></article><svg/>
            """
        ),
        (
            .json,
            #"""
            {"id":1,"title":"T","text":"One \u00e9 \ud83d\ude00.\n\nTwo","date":20250802,"authors":["a"],
             "entities":[{"type":"PER","name":"n","start":0,"end":3}]}
            """#
        ),
        (.ndjson, "{\"passages\":[\"One.\",\"Two.\"],\"tags\":[]}\n{\"text\":\"b\"}\n\n[1,2.5e-3,true,null]"),
        (.csv, "id;title;text;tags\r\n1;A;\"One \"\"two\"\"\n\nthree.\";a,b\n2;;Four.;\n\"x"),
        (
            .xml,
            """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><title>T &amp; U</title><item><guid>1</guid>
            <title>A</title><pubDate>Sat, 02 Aug 2025 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>One]]></content:encoded>
            </item></channel></rss><feed><entry><id>2</id><content type="xhtml"><p>Two</p></content></entry></feed>
            <newsItem guid="3"><itemMeta/><contentSet><inlineXML><nitf><body><body.head><dateline>PARIS</dateline></body.head>
            <body.content><p>Three</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
            """
        ),
        (
            .sgml,
            """
            <REUTERS NEWID="1"><DATE>26-FEB-1987</DATE><PLACES><D>el-salvador</D></PLACES><TEXT><TITLE>A &lt;B></TITLE>
            <DATELINE>  ROME, Feb 2 - </DATELINE><BODY>One.
                Two.
             Reuter
            &#3;</BODY></TEXT></REUTERS>
            """
        ),
    ]

    @Test(arguments: samples.indices)
    func changedSamplesNeverTrapAndGiveWholeArticles(sample: Int) {
        let (format, text) = Self.samples[sample]
        var generator = SplitMix(seed: UInt64(sample) + 10)
        for _ in 0..<3_000 {
            let bytes = changed(Array(text.utf8), using: &generator)
            for case .success(let article) in ArticleReader.articles(from: bytes, format: format, name: "n") {
                #expect(!article.id.isEmpty && !article.text.isEmpty, "\(bytes)")
                #expect(
                    article.entities.allSatisfy { ($0.range?.upperBound ?? 0) <= article.text.utf8.count }, "\(bytes)")
                let passages = PassageSplitter.passages(of: article)
                #expect(passages.last?.range.upperBound == article.text.utf8.count, "\(bytes)")
            }
        }
    }

    /// The bytes after one to six random changes: a byte, a cut, a repeated run, a piece of another sample.
    private func changed(_ bytes: [UInt8], using generator: inout SplitMix) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
            let start = Int.random(in: 0..<bytes.count, using: &generator)
            let run = start..<min(bytes.count, start + Int.random(in: 1...12, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[start] = UInt8.random(in: .min ... .max, using: &generator)
            case 1: bytes.removeSubrange(run)
            case 2: bytes.insert(contentsOf: bytes[run], at: Int.random(in: 0..<bytes.count, using: &generator))
            case 3: bytes.removeLast(bytes.count - start)
            default:
                let other = Array(Self.samples.randomElement(using: &generator)!.text.utf8)
                bytes.insert(contentsOf: other.prefix(Int.random(in: 1...40, using: &generator)), at: start)
            }
        }
        return bytes
    }
}
