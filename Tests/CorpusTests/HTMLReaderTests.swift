import Corpus
import Testing

struct HTMLReaderTests {
    @Test func theStoryOfAPage() {
        let page = """
            <!DOCTYPE html><html lang="en-GB"><head><title>Harbour reopens | Coast News</title>
            <meta property="article:published_time" content="2025-08-02T06:00:00+01:00">
            <meta name=author content='Ann Lee'><meta property="og:site_name" content="Coast &amp; Sea">
            <meta property="og:url" content="https://example.org/og"><link rel=canonical href="https://example.org/h">
            <meta name="description" content="ignored"><style>p { color: red }</style>
            <script>if (a < b) document.write("<p>no</p>")</script></head>
            <body><nav><ul><li>Home<li>World</ul></nav><main><article><header><h1>Harbour
              reopens</h1></header>
            <p>The harbour &mdash; shut since <b>May</b>&nbsp;&#8212; re<wbr>opened.<br>Boats came.</p><!-- ad -->
            <p>It was a calm&#x20;day.</p><aside><p>Read more</p></aside><ul><li>One<li>Two</ul></article></main>
            <footer>© Coast News</footer></body></html>
            """
        #expect(
            printed(page, .html) == """
                id: a
                title: Harbour reopens
                date: 2025-08-02
                source: Coast & Sea
                url: https://example.org/h
                language: en-GB
                authors: Ann Lee

                The harbour — shut since May — reopened.
                Boats came.

                It was a calm day.

                One

                Two
                """)
    }

    @Test func linkedDataComesFirst() {
        let page = """
            <html><head><title>x</title><meta name="author" content="Desk"><script type="application/ld+json">
            {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Site"},{"@type":["NewsArticle"],
            "headline":"Dam holds","datePublished":"2025-03-04T00:00:00Z","author":[{"name":"Ann"},{"name":"Bo"}],
            "publisher":{"@type":"Organization","name":"Valley Post"},
            "mainEntityOfPage":{"@id":"https://example.org/d"},
            "articleSection":"Region","inLanguage":"en","keywords":["dam","rain"]}]}</script></head>
            <body><h1>Site</h1><p>The dam held.</p></body></html>
            """
        #expect(
            printed(page, .html) == """
                id: a
                title: Dam holds
                date: 2025-03-04
                source: Valley Post
                url: https://example.org/d
                section: Region
                language: en
                authors: Ann | Bo
                tags: dam | rain

                Site

                The dam held.
                """)
    }

    @Test(arguments: [
        ("plain words", "plain words"),
        ("a < b & c <3 d", "a < b & c <3 d"),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<p title='a > b'>One</p><p class=\"open>Two</p>", "One\n\nTwo"),
        ("<p a=\">x</p>y", "x\n\ny"),
        ("<div>a<script>never closed <p>b", "a"),
        ("<form><p>All in a form</p></form>", "All in a form"),
        ("<form><nav>Menu</nav><article>Story</article></form>", "Story"),
        ("<nav>Menu<main>Story</main>", "Story"),
        ("<p>a</p><svg/><svg a=b /><p>b</p>", "a\n\nb"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>", "a b\nc"),
        ("a<![CDATA[ <b> ]]>c", "a <b> c"),
        ("<p>one<!-- two", "one"),
        (
            "&bogus; &amp;amp; &#0; &#x110000; &#150; ?a=1&copy=2 &copy;",
            "&bogus; &amp; \u{FFFD} \u{FFFD} – ?a=1&copy=2 ©"
        ),
        (
            "<article>Teaser</article><main><p>\(String(repeating: "Long story. ", count: 8))</p></main>",
            String(repeating: "Long story. ", count: 8).dropLast().description
        ),
    ])
    func tolerance(page: String, expected: String) throws {
        #expect(try ArticleReader.article(from: Array(page.utf8), format: .html, name: "a").text == expected)
    }

    /// Quadratic work over so many openings would go on for many minutes.
    @Test(
        .timeLimit(.minutes(2)),
        arguments: [
            "<", "<!--", "<a b=\"", "<a b='", "&", "</", "<p><", "<title>", "<script>", "<![CDATA[", "<h1>", "<nav>",
            "[",
            "[a](", "![", "[a]", "](", "*", "`",
        ])
    func repeatedOpeningsTakeLinearTime(piece: String) {
        let page = "text" + String(repeating: piece, count: 100_000)
        #expect(printed(page, .html).hasPrefix("id: a"))
        #expect(printed(page, .markdown).hasPrefix("id: a"))
    }
}
