import Corpus
import Entities
import XapianKit

/// Makes Xapian documents of prepared passages: terms, values and stored record, by the schema.
///
/// Not Sendable: it belongs to one thread, the writer's or an analysis thread. All share the numbers of the values.
final class DocumentBuilder {
    /// A passage as Xapian takes it, and its row in the columns. The document is overwritten by the next `build`.
    struct Built {
        let document: Document
        let row: PassageRow
    }

    private let document: Document
    private let titlePrefix = Array((Field.title.prefix ?? "").utf8)
    private let numbers: ValueNumbers

    init(numbers: ValueNumbers) throws(SearchIndexError) {
        document = try SearchIndexError.translating { () throws(XapianError) in try Document() }
        self.numbers = numbers
    }

    func build(_ passage: PreparedPassage, of article: PreparedArticle, ordinal: UInt32, story: UInt32)
        throws(SearchIndexError) -> Built
    {
        try SearchIndexError.translating { () throws(XapianError) in try document.clear() }
        let row = try fill(document, with: passage, of: article, ordinal: ordinal, story: story)
        return Built(document: document, row: row)
    }

    /// Puts a passage into a document that is empty.
    /// - Returns: the passage's row in the columns.
    func fill(
        _ document: some DocumentTarget, with passage: PreparedPassage, of article: PreparedArticle, ordinal: UInt32,
        story: UInt32
    ) throws(SearchIndexError) -> PassageRow {
        try SearchIndexError.translating { () throws(XapianError) in
            try document.setData(passage.record.encoded)
            for occurrence in passage.text { try document.addPosting(occurrence.term, position: occurrence.position) }
            for occurrence in article.title {
                try document.addPosting(titlePrefix + occurrence.term, position: occurrence.position)
            }
            try document.addBooleanTerm(Term.article(id: article.article.id))
            if let wording = passage.wording { try document.addBooleanTerm(wording) }
            var ordinalValue = ByteWriter()
            ordinalValue.write(UInt64(ordinal))
            try document.setValue(ordinalValue.bytes, slot: Slot.article)
            if story != ordinal {
                var storyValue = ByteWriter()
                storyValue.write(UInt64(story))
                try document.setValue(storyValue.bytes, slot: Slot.story)
            }
            var length = ByteWriter()
            length.write(UInt64(article.length))
            try document.setValue(length.bytes, slot: Slot.articleLength)
            if let day = article.article.date {
                try document.setValue(Array(String(day.yyyymmdd).utf8), slot: Slot.date)
            }
            var rows: [[UInt32]] = []
            for field in Field.facets {
                var row: Set<UInt32> = []
                for name in Self.names(of: field, passage, article.article) {
                    let key = NameKey.key(name)
                    if key.isEmpty { continue }
                    try document.addBooleanTerm(field.term(key: key))
                    row.insert(numbers.number(of: name, key: key, facet: rows.count))
                }
                rows.append(row.sorted())
                if let slot = field.slot, !row.isEmpty {
                    try document.setValue(PackedIDs.encode(row.sorted()), slot: slot)
                }
            }
            return PassageRow(
                length: UInt32(passage.text.count + article.title.count), articleLength: article.length, values: rows)
        }
    }

    private static func names(of field: Field, _ passage: PreparedPassage, _ article: Article) -> [String] {
        switch field.name {
        case "source": [article.source].compactMap { $0 }
        case "section": [article.section].compactMap { $0 }
        case "language": [article.language].compactMap { $0 }
        case "author": article.authors
        case "tag": article.tags
        default: passage.record.entities.filter { $0.type.name == field.name }.map(\.name)
        }
    }
}
