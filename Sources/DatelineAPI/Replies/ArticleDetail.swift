/// One article, whole.
package struct ArticleDetail: Codable, JSONWritable, Equatable, Sendable {
    /// The article's id.
    package var id: String
    /// The headline.
    package var title: String?
    /// `2025-08-02`.
    package var date: String?
    /// The place and day before the first sentence, as printed.
    package var dateline: String?
    /// Who published it.
    package var source: String?
    /// Where it was published.
    package var url: String?
    /// The section of the publication.
    package var section: String?
    /// A language code such as `en`.
    package var language: String?
    /// Who wrote it.
    package var authors: [String]
    /// What the caller filed it under.
    package var tags: [String]
    /// The text, as UTF-8.
    package var text: String
    /// The passages, in the order of the text.
    package var passages: [ArticlePassage]

    package init(
        id: String, title: String? = nil, date: String? = nil, dateline: String? = nil, source: String? = nil,
        url: String? = nil, section: String? = nil, language: String? = nil, authors: [String] = [],
        tags: [String] = [], text: String, passages: [ArticlePassage]
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.dateline = dateline
        self.source = source
        self.url = url
        self.section = section
        self.language = language
        self.authors = authors
        self.tags = tags
        self.text = text
        self.passages = passages
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("authors", authors)
            $0.field("date", ifPresent: date)
            $0.field("dateline", ifPresent: dateline)
            $0.field("id", id)
            $0.field("language", ifPresent: language)
            $0.field("passages", passages)
            $0.field("section", ifPresent: section)
            $0.field("source", ifPresent: source)
            $0.field("tags", tags)
            $0.field("text", text)
            $0.field("title", ifPresent: title)
            $0.field("url", ifPresent: url)
        }
    }
}
