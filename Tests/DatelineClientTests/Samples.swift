import DatelineAPI

/// Replies that several tests render.
enum Samples {
    static let index = IndexStamp(uuid: "u", revision: 3)

    static let hit = Hit(
        id: "a/1#3", score: 7.25, text: "The Abraham accords were signed.\nAccords\tof peace.",
        highlights: [ByteRange(4..<19)], bytes: ByteRange(120..<172),
        article: ArticleSummary(id: "a/1", title: "Talks in Baku", date: "2025-08-02", source: "Wire"),
        folded: FoldedCount(passages: 2, articles: 1))

    static let bareHit = Hit(
        id: "b#1", score: 1.5, text: "A passage without a headline.", bytes: ByteRange(0..<29),
        article: ArticleSummary(id: "b"))

    static func search(hits: [Hit] = [hit, bareHit], next: String? = nil) -> SearchReply {
        SearchReply(
            index: index, tookMs: 1, query: QueryEcho(text: "abraham accords", parsed: "(and abraham accord)"),
            total: Totals(passages: 23, articles: 7), hits: hits,
            facets: [
                "person": FacetReply(
                    values: [
                        FacetValue(value: "Steve Witkoff", articles: 2, passages: 3),
                        FacetValue(value: "Ilham Aliyev", articles: 1, passages: 12, selected: true),
                    ], distinct: 14, truncated: true),
                "date": FacetReply(
                    values: [FacetValue(value: "2025-08", articles: 7, passages: 23)], distinct: 1, truncated: false),
            ],
            next: next)
    }
}
