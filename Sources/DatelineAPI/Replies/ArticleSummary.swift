/// What a hit tells of its article.
package struct ArticleSummary: Codable, JSONWritable, Equatable, Sendable {
    /// The article's id.
    package var id: String
    /// The headline.
    package var title: String?
    /// `2025-08-02`.
    package var date: String?
    /// Who published it.
    package var source: String?
    /// Where it was published.
    package var url: String?

    package init(id: String, title: String? = nil, date: String? = nil, source: String? = nil, url: String? = nil) {
        self.id = id
        self.title = title
        self.date = date
        self.source = source
        self.url = url
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("date", ifPresent: date)
            $0.field("id", id)
            $0.field("source", ifPresent: source)
            $0.field("title", ifPresent: title)
            $0.field("url", ifPresent: url)
        }
    }
}
