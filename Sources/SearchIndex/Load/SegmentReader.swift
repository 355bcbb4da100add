import XapianKit

/// Walks the passages of a load's segments: one open segment, and the passages' rows beside it. Not Sendable.
struct SegmentReader {
    private var segments: ArraySlice<Segment>
    private var batches: IndexingIterator<[PassageRows]>
    private var rows: PassageRows.Reader?
    /// How many rows have been read.
    private var nextRow = 0
    /// How many passages the segments before the open one have.
    private var base = 0
    private var open: Database?
    private var openPassages = 0
    /// Segments whose words have not been asked for.
    private var unread: [Segment]
    /// The database of the passage that `move` went to, and its docid there.
    private(set) var current: (database: Database, docid: UInt32)?

    init(_ load: PendingLoad) {
        segments = load.segments[...]
        unread = load.segments
        batches = load.rows.makeIterator()
    }

    /// Goes to a passage of the load, which must come after the one before, and gives its row.
    mutating func move(to position: Int) throws(SearchIndexError) -> PassageRow {
        while open == nil || position >= base + openPassages {
            guard let segment = segments.popFirst() else { throw .corrupt("a load has fewer segments than passages") }
            base += openPassages
            openPassages = segment.passages
            open = try SearchIndexError.translating { () throws(XapianError) in try Database(path: segment.path) }
        }
        if let open { current = (open, UInt32(position - base + 1)) }
        while true {
            while rows?.isAtEnd ?? true {
                guard let batch = batches.next() else { throw .corrupt("a load has fewer rows than passages") }
                rows = batch.reader
            }
            guard let row = try rows?.next() else { continue }
            nextRow += 1
            if nextRow == position + 1 { return row }
        }
    }

    /// Calls `body` with the key and term of each word that the segments hold; at the first call, and never again.
    mutating func forEachNewWord(_ body: ([UInt8], [UInt8]) throws(SearchIndexError) -> Void) throws(SearchIndexError) {
        defer { unread = [] }
        for segment in unread {
            let reader = try IndexReader(path: segment.path)
            for key in try reader.metadataKeys(prefix: Schema.wordKey([])) { try body(key, try reader.metadata(key)) }
        }
    }
}
