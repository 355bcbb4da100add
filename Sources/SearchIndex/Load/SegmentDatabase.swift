import XapianKit

/// The database of a segment that is being written: by Xapian, or whole.
enum SegmentDatabase {
    case plain(WritableDatabase)
    /// With the docid of its last document.
    case bulk(BulkDatabase, last: UInt32)

    /// About how many bytes of memory it holds.
    var memory: UInt64 {
        switch self {
        case .plain: 0
        case .bulk(let database, _): database.memory
        }
    }

    /// Adds a passage.
    /// - Returns: its row in the columns.
    mutating func add(
        _ passage: PreparedPassage, of article: PreparedArticle, ordinal: UInt32, story: UInt32,
        with builder: DocumentBuilder
    ) throws(SearchIndexError) -> PassageRow {
        switch self {
        case .plain(let database):
            let built = try builder.build(passage, of: article, ordinal: ordinal, story: story)
            try SearchIndexError.translating { () throws(XapianError) in _ = try database.add(built.document) }
            return built.row
        case .bulk(let database, let last):
            self = .bulk(database, last: last + 1)
            try SearchIndexError.translating { () throws(XapianError) in try database.begin(docid: last + 1) }
            return try builder.fill(database, with: passage, of: article, ordinal: ordinal, story: story)
        }
    }

    func setMetadata(_ value: [UInt8], for key: [UInt8]) throws(SearchIndexError) {
        try SearchIndexError.translating { () throws(XapianError) in
            switch self {
            case .plain(let database): try database.setMetadata(value, for: key)
            case .bulk(let database, _): try database.setMetadata(value, for: key)
            }
        }
    }

    /// Writes what is left. Nothing is synced. What is written whole has positions only for `BulkDatabase.merge`.
    func close() throws(SearchIndexError) {
        try SearchIndexError.translating { () throws(XapianError) in
            switch self {
            case .plain(let database): try database.close()
            case .bulk(let database, _): try database.finishPiece()
            }
        }
    }
}
