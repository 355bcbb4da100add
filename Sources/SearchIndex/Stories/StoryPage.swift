/// A page of the stories that have several articles, the largest first.
package struct StoryPage: Sendable {
    package struct Item: Sendable {
        /// Of how many articles, of those that count.
        package var articles: Int
        /// The first article: the earliest, of the earliest the one that was indexed first.
        package var first: ArticleView
        /// The first day and the last, as `YYYY-MM-DD`; nil when no article has a date.
        package var firstDate: String?
        package var lastDate: String?
        /// Who published the articles, each once, by name.
        package var sources: [String]
    }

    package var stamp: IndexStamp
    package var items: [Item]
    /// How many such stories there are, shown or not.
    package var distinct: Int
    /// False when the deadline cut it short; then there are no items.
    package var isExact: Bool
    package var next: String?

    static func stopped(_ stamp: IndexStamp) -> StoryPage {
        StoryPage(stamp: stamp, items: [], distinct: 0, isExact: false)
    }
}
