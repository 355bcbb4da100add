import Corpus
import Testing

struct MarkdownReaderTests {
    @Test func yamlFrontMatter() {
        let text = """
            ---
            title: "Tides: a \\"primer\\""
            date: 2025-08-02   # filed early
            tags: [sea, 'moon, sun']
            authors:
              - Ann Lee
              - Bo Li
            map:
              nested: ignored
            source: Coast Desk
            ---

            # Tides: a "primer"

            The sea rises.
            """
        #expect(
            printed(text, .markdown) == """
                id: a
                title: Tides: a "primer"
                date: 2025-08-02
                source: Coast Desk
                authors: Ann Lee | Bo Li
                tags: sea | moon, sun

                The sea rises.
                """)
    }

    @Test func tomlFrontMatter() {
        let text = "+++\ntitle = 'Tides'\ndate = 2025-08-02\ntags = [\"sea\"]\n[extra]\ntitle = \"No\"\n+++\nText."
        #expect(printed(text, .markdown) == "id: a\ntitle: Tides\ndate: 2025-08-02\ntags: sea\n\nText.")
    }

    @Test func withoutFrontMatterTheFirstHeadingIsTheTitle() {
        #expect(
            printed("Intro.\n\n# The *Tides*\n\nText.\n\n# Next", .markdown)
                == "id: a\ntitle: The Tides\n\nIntro.\n\nText.\n\nNext")
        #expect(printed("Tides\n=====\nText.", .markdown) == "id: a\ntitle: Tides\n\nText.")
        #expect(printed("---\nnot closed", .markdown) == "id: a\n\nnot closed")
    }

    @Test(arguments: [
        ("**Bold** and *thin* __or__ _so_ ~~gone~~ `code`", "Bold and thin or so gone code"),
        ("5 * 3 snake_case ~10 a*", "5 * 3 snake_case ~10 a"),
        ("See [the *map*](https://example.org/a_(b) \"Map\") or [list][1].", "See the map or list."),
        ("A ![photo [1]](p.png) here[^2] [not a link]", "A  here [not a link]"),
        ("[![alt](p.png)](https://example.org) text", "text"),
        ("[^2]: The note.", "The note."),
        ("[1]: https://example.org \"T\"\nText", "Text"),
        ("[Note]: it is text.", "[Note]: it is text."),
        ("<https://example.org> <b>x</b> 1 < 2 &amp; 3 &eacute;", "https://example.org x 1 < 2 & 3 é"),
        ("\\*kept\\* \\# one", "*kept* # one"),
        ("> Quote\n> more", "Quote\nmore"),
        ("- one\n- [x] two\n  * three\n1. four\n2) five", "one\n\ntwo\n\nthree\n\nfour\n\nfive"),
        ("```swift\nlet *x* = 1\n\n# no\n```\nText", "let *x* = 1\n\n# no\n\nText"),
        ("a <!-- gone\n\nmore --> b", "a  b"),
        ("Two\n---\nText\n\n* * *\n\nEnd", "Two\n\nText\n\nEnd"),
        ("| a | b |\n|---|:-:|\n| c | d |", "a b\nc d"),
        ("[a](b\nnext", "[a](b\nnext"),
    ])
    func marksAreReducedToText(text: String, expected: String) throws {
        let article = try ArticleReader.article(from: Array(("Start.\n\n" + text).utf8), format: .markdown, name: "a")
        #expect(article.text == "Start.\n\n" + expected)
    }
}
