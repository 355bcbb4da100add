import Corpus

/// Bytes that hold articles, as a client sends them.
package struct ArticleBody: Sendable {
    package var bytes: [UInt8]
    package var format: Format
    /// The file's name: the id of an article that gives none, and what errors are reported under.
    package var name: String?
    /// The number of the first line, for the errors of NDJSON that comes in parts.
    package var firstLine = 1
    /// Where the ids of its articles are noted, if somebody wants to know.
    package var ids: ArticleIDs?

    package init(bytes: [UInt8], format: Format, name: String?, firstLine: Int = 1) {
        self.bytes = bytes
        self.format = format
        self.name = name
        self.firstLine = firstLine
    }

    /// A form that articles come in.
    package struct Format: Sendable {
        fileprivate let format: ArticleFormat

        package static let ndjson = Format(format: .ndjson)

        /// The format for a media type, or nil.
        package init?(contentType: String) {
            guard let format = ArticleFormat(contentType: contentType) else { return nil }
            self.format = format
        }

        /// The format for a file's name, or nil.
        package init?(fileName: String) {
            guard let format = ArticleFormat(fileName: fileName) else { return nil }
            self.format = format
        }

        private init(format: ArticleFormat) { self.format = format }

        /// Whether records stand one a line, so that a body may be cut at line ends.
        package var isLines: Bool { format == .ndjson }

        /// The media types that are read.
        package static var contentTypes: [String] { ArticleFormat.allCases.map(\.contentType) }
    }

    func articles() -> [Result<Article, ReaderError>] {
        let articles = ArticleReader.articles(from: bytes, format: format.format, name: name, firstLine: firstLine)
        ids?.add(articles.compactMap { try? $0.get().id }, of: name)
        return articles
    }
}
