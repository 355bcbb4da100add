import XapianKit

/// A database of some of a load's passages, with docids from 1 without a gap; and, as metadata, the words first met
/// there.
struct Segment: Equatable, Sendable {
    var path: String
    var passages: Int
}

extension [Segment] {
    /// Merges the segments into one, whose positions can be read, and removes them. Blocks.
    func merged(in folder: LoadFolder) throws(SearchIndexError) -> Segment {
        let group = Segment(path: folder.newPath("group"), passages: reduce(0) { $0 + $1.passages })
        try SearchIndexError.translating { () throws(XapianError) in
            if folder.isBulk {
                try BulkDatabase.merge(placed(after: 0), into: group.path, synchronous: false)
            } else {
                try Maintenance.compact(sources: map(\.path), destination: group.path, renumber: true)
            }
        }
        for segment in self { FileTree.remove(segment.path) }
        return group
    }

    /// The segments as they follow one another in a database that has docids up to `docid`.
    func placed(after docid: UInt32) -> [(path: String, offset: UInt32)] {
        var offset = docid
        return map { segment in
            defer { offset += UInt32(segment.passages) }
            return (segment.path, offset)
        }
    }
}
