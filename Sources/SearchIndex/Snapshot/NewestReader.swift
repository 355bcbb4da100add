import XapianKit

/// A thread's reader of the index, of the database folder that is in place.
///
/// Not Sendable: like the reader, it lives on one thread, and lets go of readers there.
final class NewestReader {
    private let path: String
    private let generation: Generation
    private var opened: (reader: IndexReader, generation: Int)?

    init(path: String, generation: Generation) {
        self.path = path
        self.generation = generation
    }

    /// Whether a load has put another folder in the place of the one that is open.
    var isOutdated: Bool { opened.map { $0.generation != generation.number } ?? false }

    /// The reader at the newest revision, and that revision. Cursors from before must not be used any more.
    /// - Throws: `storage`, `corrupt`.
    func current() throws(SearchIndexError) -> (IndexReader, revision: UInt64) {
        try generation.settled { number throws(SearchIndexError) in
            if let opened, opened.generation == number { return (opened.reader, try opened.reader.reopen()) }
            close()
            let reader = try IndexReader(path: path)
            opened = (reader, number)
            return (reader, try reader.statistics().revision)
        }
    }

    /// Closes the database handle.
    func close() { opened = nil }
}
