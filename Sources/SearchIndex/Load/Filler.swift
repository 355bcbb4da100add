import XapianKit

/// A database that only keeps places in the numbering while databases are merged.
///
/// Xapian's compaction numbers a source's documents from its first used docid to its last. A filler of so many docids has
/// an empty document at each end, so that what comes after it keeps its docids; these are deleted after the merge.
enum Filler {
    /// Writes a filler at `path` in the place of `docids`.
    /// - Returns: the docids of its documents, for when it stands where it should.
    static func write(_ path: String, for docids: Range<UInt32>) throws(SearchIndexError) -> Set<UInt32> {
        try SearchIndexError.translating { () throws(XapianError) in
            let database = try WritableDatabase(path: path, mode: .create, synchronous: false)
            let empty = try Document()
            try database.put(empty, docid: 1)
            try database.put(empty, docid: UInt32(docids.count))
            try database.close()
        }
        return [docids.lowerBound, docids.upperBound - 1]
    }
}
