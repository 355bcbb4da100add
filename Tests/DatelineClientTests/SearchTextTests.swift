import DatelineAPI
import Testing

@testable import DatelineClient

@Suite struct SearchTextTests {
    @Test func hits() {
        #expect(
            SearchText.hits([Samples.hit, Samples.bareHit], style: TextStyle(width: 30)) == """
                Talks in Baku
                  2025-08-02  Wire  a/1#3  +2 more passages  also in 1 other
                    The Abraham accords were
                    signed.
                    Accords of peace.

                A passage without a headline. …
                  b#1
                    A passage without a
                    headline.


                """)
    }

    @Test func passagesOfOneArticleAreBelowOneHeadline() {
        var second = Samples.hit
        second.id = "a/1#5"
        second.text = "More of it."
        second.folded = nil
        let text = SearchText.hits([Samples.hit, second, Samples.bareHit, second], style: TextStyle())
        #expect(text.contains("Accords of peace.\n\n  a/1#5\n    More of it.\n\nA passage without"))
        #expect(text.hasSuffix("headline.\n\nTalks in Baku\n  2025-08-02  Wire  a/1#5\n    More of it.\n\n"))
    }

    @Test func countsAreBarsOnATerminal() {
        let text = SearchText.facets(
            Samples.search().facets, order: ["person"], style: TextStyle(width: 50, bars: true))
        #expect(
            text.hasPrefix(
                """
                person
                  articles  passages              value
                         2         3  ██████████  Steve Witkoff
                         1        12  █████       Ilham Aliyev  (selected)
                  … 12 more

                """))
        let narrow = SearchText.facets(Samples.search().facets, order: [], style: TextStyle(width: 40, bars: true))
        #expect(!narrow.contains("█"))
        for count in 0...9 { #expect(CountBar.text(count, of: 9, width: 7).count == 7) }
        #expect(CountBar.text(1, of: 1_000_000, width: 3) == "▏  ")
    }

    @Test func copiesStandBesideWhatWasFolded() {
        var hit = Samples.hit
        hit.copies = 3
        let text = SearchText.hits([hit], style: TextStyle())
        #expect(text.contains("  also in 1 other  same passage in 3 other articles\n"))
        hit.folded = nil
        hit.copies = 1
        #expect(SearchText.hits([hit], style: TextStyle()).contains("  a/1#3  same passage in 1 other article\n"))
    }

    @Test func headlinesAndMatchesAreBoldOnATerminal() {
        let text = SearchText.hits([Samples.hit], style: TextStyle(width: 22, bold: true))
        #expect(text.hasPrefix("\u{1b}[1mTalks in Baku\u{1b}[22m\n"))
        // The match goes over the end of a line; the indent of the next line is not part of it.
        #expect(text.contains("    The \u{1b}[1mAbraham\u{1b}[22m\n    \u{1b}[1maccords\u{1b}[22m were\n"))
    }

    @Test func facetsInTheOrderAskedFor() {
        #expect(
            SearchText.facets(Samples.search().facets, order: ["person:2"]) == """
                person
                  articles  passages  value
                         2         3  Steve Witkoff
                         1        12  Ilham Aliyev  (selected)
                  … 12 more

                date
                  articles  passages  value
                         7        23  2025-08


                """)
    }

    @Test func liftHasAColumn() {
        let values = [
            FacetValue(value: "Steve Witkoff", articles: 2, passages: 3, lift: 41.5),
            FacetValue(value: "Gaza", articles: 30, passages: 80, lift: 0.75),
        ]
        #expect(
            SearchText.facets(["person": FacetReply(values: values, distinct: 2, truncated: false)], order: []) == """
                person
                  articles  passages      lift  value
                         2         3     41.50  Steve Witkoff
                        30        80      0.75  Gaza


                """)
    }

    @Test func totals() {
        #expect(SearchText.total(Samples.search()) == "7 articles, 23 passages\n")
        #expect(SearchText.total(Samples.search(next: "c")) == "7 articles, 23 passages; more with --after c\n")
        #expect(SearchText.total(Samples.search(next: "c"), complete: true) == "7 articles, 23 passages\n")
        var reply = Samples.search()
        reply.total = Totals(passages: 1, articles: 1, stories: 1)
        #expect(SearchText.total(reply) == "1 article, 1 passage, 1 story\n")
    }

    @Test func nothingOfAnArticleControlsTheTerminal() {
        let evil = "\u{1b}]0;x\u{7}\u{9b}31m\u{202e}a\rb\u{0}"
        let hit = Hit(
            id: evil, score: 1, text: evil, highlights: [ByteRange(-5..<1), ByteRange(3..<9000)],
            bytes: ByteRange(0..<1), article: ArticleSummary(id: evil, title: evil, date: evil, source: evil))
        let facets = [
            evil: FacetReply(values: [FacetValue(value: evil, articles: 1, passages: 1)], distinct: 1, truncated: false)
        ]
        let text = SearchText.hits([hit], style: TextStyle()) + SearchText.facets(facets, order: [])
        let bad = text.unicodeScalars.filter {
            $0 != "\n" && ($0.value < 0x20 || 0x7f...0x9f ~= $0.value || $0.value == 0x202e)
        }
        #expect(bad.isEmpty)
        #expect(text.contains("\u{FFFD}]0;x\u{FFFD}\u{FFFD}31m\u{FFFD}a b\u{FFFD}"))
    }
}
