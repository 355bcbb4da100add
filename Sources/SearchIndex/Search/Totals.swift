import QueryLanguage

/// What the matches come to, counted exactly.
package struct Totals: Equatable, Sendable {
    package var passages = 0
    package var articles = 0
    /// Different stories of these articles; nil when the time was up before they were counted.
    package var stories: Int?

    /// How many groups there are.
    func groups(_ grouping: Grouping) -> Int {
        switch grouping {
        case .passage: passages
        case .article: articles
        case .story: stories ?? articles
        }
    }
}
