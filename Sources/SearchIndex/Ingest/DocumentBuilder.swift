import Corpus
import Entities
import XapianKit

/// Makes Xapian documents of prepared passages: terms, values and stored record, by the schema.
///
/// It numbers the values of the facet fields, and so belongs to the one writer. Not Sendable.
final class DocumentBuilder {
    /// A passage as Xapian takes it, and its row in the columns. The document is overwritten by the next `build`.
    struct Built {
        let document: Document
        let length: UInt32
        /// Ascending value ids of each facet field.
        let values: [[UInt32]]
    }

    /// A value that got its number since `takeNewValues` was called last.
    struct NewValue {
        let facet: Int
        let id: UInt32
        let name: String
    }

    private let document: Document
    private let titlePrefix = Array((Field.title.prefix ?? "").utf8)
    /// For each facet field, the number of each value by its key. Made at the first write: opening reads no names.
    private lazy var ids: [[String: UInt32]] = values.map { table in
        var ids: [String: UInt32] = [:]
        for id in 0..<UInt32(table.count) { ids[NameKey.key(table[id])] = id }
        return ids
    }
    private var newValues: [NewValue] = []
    /// The values of each facet field, with those of the passages built so far.
    private(set) var values: [ValueTable]

    init(values: [ValueTable]) throws(SearchIndexError) {
        document = try SearchIndexError.translating { () throws(XapianError) in try Document() }
        self.values = values
    }

    func build(_ passage: PreparedPassage, of article: PreparedArticle, ordinal: UInt32) throws(SearchIndexError)
        -> Built
    {
        try SearchIndexError.translating { () throws(XapianError) in
            try document.clear()
            try document.setData(passage.record.encoded)
            for occurrence in passage.text { try document.addPosting(occurrence.term, position: occurrence.position) }
            for occurrence in article.title {
                try document.addPosting(titlePrefix + occurrence.term, position: occurrence.position)
            }
            try document.addBooleanTerm(Term.article(id: article.article.id))
            var ordinalValue = ByteWriter()
            ordinalValue.write(UInt64(ordinal))
            try document.setValue(ordinalValue.bytes, slot: Slot.article)
            if let day = article.article.date {
                for term in Term.dates(day) { try document.addBooleanTerm(term) }
                try document.setValue(Array(String(day.yyyymmdd).utf8), slot: Slot.date)
            }
            var rows: [[UInt32]] = []
            for field in Field.facets {
                var row: Set<UInt32> = []
                for name in Self.names(of: field, passage, article.article) {
                    let key = NameKey.key(name)
                    if key.isEmpty { continue }
                    try document.addBooleanTerm(field.term(key: key))
                    row.insert(id(of: name, key: key, facet: rows.count))
                }
                rows.append(row.sorted())
                if let slot = field.slot, !row.isEmpty {
                    try document.setValue(PackedIDs.encode(row.sorted()), slot: slot)
                }
            }
            return Built(document: document, length: UInt32(passage.text.count + article.title.count), values: rows)
        }
    }

    /// The values that got their numbers since the last call.
    func takeNewValues() -> [NewValue] {
        defer { newValues = [] }
        return newValues
    }

    private func id(of name: String, key: String, facet: Int) -> UInt32 {
        if let known = ids[facet][key] { return known }
        let id = UInt32(values[facet].count)
        ids[facet][key] = id
        values[facet].append(name)
        newValues.append(NewValue(facet: facet, id: id, name: name))
        return id
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
