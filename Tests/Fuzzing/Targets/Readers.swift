@testable import Corpus

extension DatelineFuzz {
    /// The readers of articles, through the same door as ingest.
    static let readers: [FuzzTarget] = [
        reader(
            .plain,
            [
                "Title: Tides\nDate: 2025-08-02\n\ndate 2025-08-02 LISBON, Aug 2 (Desk) - The sea rose. Mr. Lee left.\n\nEnd.",
                "Published: Saturday, March 2, 2024\nBy Ann Lee | 2 March 2024, 5:30 p.m. GMT\n\nWashington, March 2, 2024 - It was.",
            ],
            [
                "Title: ", "Date: ", "Author: ", "Source: ", "date 2025-08-02 ", "PARIS (Reuters) - ", "\n\n", "Mr. ",
                "March 2, 2024", "2 March 2024", "Saturday", "today", "\u{FEFF}", "\r\n", "\u{2014}", "é", "\u{A0}",
            ]),
        reader(
            .markdown,
            Seeds.files("desk", ".md") + [
                "---\ntitle: \"A\"\ntags: [a, 'b']\nauthors:\n- c\n---\n# H\n\n*One* [two](x \"y\") ![z](i) `c` &amp; <b>\n\n```\nx\n```\n| a |\n"
            ],
            [
                "---\n", "title: ", "tags: [", "date: ", "entities:", "- ", "# ", "```", "~~~", "*", "**", "__", "[",
                "](",
                "![", "&amp;", "&#8217;", "<b>", "</b>", "\n\n", "> ", "| ", "1. ", "\\", "<!--", "-->", "===\n",
            ]),
        reader(
            .html,
            Seeds.files("web", ".html") + [
                """
                <html lang=en><meta name=date content='2025-08-02'><title>T &#8217;</title><script type="application/ld+json">
                {"@type":"NewsArticle","headline":"H"}</script><nav>n</nav><article><h1>H</h1><p a="b">One<br>two &eacute;
                <!-- c --></p><![CDATA[x]]></article><svg/>
                """
            ],
            [
                "<p>", "</p>", "<article>", "</article>", "<script", "</script>", "<style>",
                "<meta property=\"og:title\" content=\"",
                "<time datetime=\"", "<title>", "</title>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#x1F600;",
                "&#",
                "<br/>", "<nav>", "</nav>", "<h1>", "application/ld+json", "{\"@type\":\"NewsArticle\"",
                "\"datePublished\":\"",
                "<table>", "<li>", "<pre>", "<textarea>", "<!doctype html>", "='", "=\"",
            ]),
        reader(
            .json,
            Seeds.files("web", ".json") + [
                #"{"id":1,"title":"T","text":"One \u00e9 \ud83d\ude00.\n\nTwo","date":20250802,"authors":["a"],"entities":[{"type":"PER","name":"n","start":0,"end":3}]}"#,
                #"[{"text":"a"},{"passages":["One.","Two."],"tags":[]}]"#,
            ], json),
        reader(
            .ndjson,
            [
                "{\"passages\":[\"One.\",\"Two.\"],\"tags\":[]}\n{\"text\":\"b\"}\n\n[1,2.5e-3,true,null]",
                Seeds.lines("wire.ndjson").prefix(3).joined(separator: "\n"),
            ], json),
        reader(
            .csv,
            [
                "id,title,date,text,authors,tags,entities\r\n1,A,2025-08-02,\"One \"\"two\"\"\n\nthree.\",a;b,\"c,d\",\"[]\"\r\n",
                "sep=;\nid;text\n2;Four.\n\"x\n3;Five\n", "text\turl\nOne\thttps://x/2024/03/02/a\n",
            ],
            [
                "id,", "text", "title", "date", "passages", "entities", "\"[\"\"a\"\"]\"", "\"", "\"\"", ",", ";", "\t",
                "\r\n",
                "\n", "sep=;", "\u{FEFF}", "2025-08-02",
            ]),
        reader(
            .xml,
            [
                """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><title>T &amp; U</title><item><guid>1</guid>
                <title>A</title><pubDate>Sat, 02 Aug 2025 10:00:00 GMT</pubDate><dc:creator>C</dc:creator><content:encoded>
                <![CDATA[<p>One]]></content:encoded><category>c</category></item></channel></rss>
                """,
                """
                <feed xml:lang="en"><title type="html">F</title><entry><id>2</id><link href="https://x/2024/03/02/a"/>
                <author><name>B</name></author><content type="xhtml"><div><p>Two</p></div></content></entry></feed>
                """,
                """
                <newsItem guid="3"><itemMeta><provider literal="P"/><versionCreated>2025-08-02</versionCreated></itemMeta>
                <contentMeta><subject type="cpnat:person"><name>N</name></subject><headline>H</headline></contentMeta><contentSet>
                <inlineXML><nitf><head><docdata><doc-id id-string="d"/><date.issue norm="20240302"/></docdata></head><body>
                <body.head><hedline><hl1>H</hl1></hedline><byline>By C</byline><dateline>PARIS</dateline></body.head>
                <body.content><p>Three <person>P</person></p></body.content></body></nitf></inlineXML></contentSet></newsItem>
                """,
            ],
            [
                "<item>", "</item>", "<entry>", "</entry>", "<rss>", "<feed>", "<nitf>", "<newsItem", "<newsMessage>",
                "<content:encoded>", "<description>", "<content type=\"xhtml\">", "<inlineData>", "<![CDATA[", "]]>",
                "<!--",
                "-->", "<!DOCTYPE", "[", "]>", "<?xml encoding=\"", "?>", "&amp;", "&lt;p&gt;", "&#3;", "/>", "='",
                "=\"",
            ]),
        reader(
            .sgml,
            [
                """
                <REUTERS NEWID="1"><DATE>26-FEB-1987</DATE><TOPICS><D>cocoa</D></TOPICS><PLACES><D>el-salvador</D></PLACES>
                <TEXT>&#2;<TITLE>A &lt;B></TITLE><DATELINE>  ROME, Feb 2 - </DATELINE><BODY>One.
                    Two.
                 Reuter
                &#3;</BODY></TEXT></REUTERS><REUTERS NEWID="2"><TEXT TYPE="BRIEF"><TITLE>T</TITLE></TEXT></REUTERS>
                """
            ],
            [
                "<REUTERS NEWID=\"", "</REUTERS>", "<TEXT>", "</TEXT>", "<TITLE>", "<BODY>", "</BODY>", "<DATELINE>",
                "<D>",
                "</D>", "<PEOPLE>", "<ORGS>", "&lt;", "&#3;", "\n    ", "\n Reuter\n", "<!DOCTYPE lewis>",
            ]),
    ]

    static let json = [
        "\"text\":", "\"id\":", "\"title\":", "\"date\":", "\"passages\":[", "\"entities\":[", "\"type\":\"person\"",
        "\"name\":", "\"start\":", "\"end\":", "\"authors\":[", "\"tags\":", "\"url\":\"https://x/2024/03/02/a\"",
        "null",
        "true", "1e9", "-0.5", "\\u00e9", "\\ud83d", "\\ude00", "\\n", "{", "}", "[", "]", ",", "9223372036854775808",
    ]

    private static func reader(_ format: ArticleFormat, _ seeds: [String], _ words: [String]) -> FuzzTarget {
        FuzzTarget(name: format.rawValue, seeds: seeds, words: words) { input in
            for case .success(let article) in ArticleReader.articles(from: input, format: format, name: "n") {
                check(article)
            }
        }
    }

    private static func check(_ article: Article) {
        let size = article.text.utf8.count
        require(!article.id.isEmpty && size > 0, "an article without id or text")
        require(article.id.utf8.count <= ArticleReader.maximumIDBytes, "an id is too long")
        require(article.entities.allSatisfy { ($0.range?.upperBound ?? 0) <= size }, "an entity outside the text")
        let passages = PassageSplitter.passages(of: article)
        var end = 0
        for passage in passages {
            require(passage.range.lowerBound == end && !passage.range.isEmpty, "passages leave a gap")
            end = passage.range.upperBound
        }
        require(end == size, "passages do not cover the text")
        // What is exported is the same article.
        let lines = ArticleReader.articles(from: article.jsonLine, format: .ndjson, name: nil)
        guard lines.count == 1, case .success(let again) = lines[0] else {
            fatalError("the export does not read: \(lines)")
        }
        require(again == article, "the export is another article:\n\(article)\n\(again)")
    }
}
