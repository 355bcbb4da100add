import Corpus
import TextAnalysis

/// A stored article, without its text.
package struct ArticleView: Sendable {
    package var id: String
    package var title: String?
    package var date: String?
    package var dateline: String?
    package var source: String?
    package var url: String?
    package var section: String?
    package var language: String?
    package var authors: [String]
    package var tags: [String]
    package var passageCount: Int
    /// The language that the words were stemmed in.
    var stemming: Language
}

extension ArticleView {
    init(_ record: ArticleRecord) {
        id = record.id
        title = record.title
        date = record.date?.description
        dateline = record.dateline
        source = record.source
        url = record.url
        section = record.section
        language = record.language
        authors = record.authors
        tags = record.tags
        passageCount = record.passages.count
        stemming = record.stemming
    }
}
