import XapianKit

extension SearchIndexError {
    /// What an error of the engine means for an index.
    static func storage(_ error: XapianError) -> SearchIndexError {
        switch error.code {
        case .interrupted: .interrupted
        case .databaseModified: SearchIndexError(.overtaken, "the index changed while it was read")
        case .databaseLock:
            SearchIndexError(
                .locked, "another process holds the index", hint: "stop the other datelined, or use another --index")
        case .databaseCorrupt: .corrupt("the database is damaged: \(error.message)")
        // A file that ends early is to Xapian a failed read.
        case .database where error.message.hasPrefix("EOF "): .corrupt("the database is damaged: \(error.message)")
        default: SearchIndexError(.storage, "the database failed: \(error.message)", hint: error.hint)
        }
    }

    /// Runs `body`, and says what goes wrong in it as an error of the index.
    static func translating<R>(_ body: () throws(XapianError) -> R) throws(SearchIndexError) -> R {
        do { return try body() } catch { throw .storage(error) }
    }
}
