import Foundation
import TestSupport

@testable import SearchIndex
@testable import XapianKit

extension DatelineFuzz {
    /// A database written whole against one that Xapian wrote of the same documents; then Xapian's and a piece of the same
    /// documents, merged, against what Xapian has of all.
    ///
    /// A line of an input is a document. Its first byte is how many docids are left out before, its second chooses slots and how
    /// often its words come again; then words, with positions that go back and forth, and its data. What cannot be
    /// stored is refused by both.
    static let whole = FuzzTarget(
        name: "whole",
        seeds: [
            "\u{1}\u{1}a b a\n\u{1}\u{2}b c\n\u{1}\u{1}a c d d d", "\u{40}\u{7F}x\n\u{20}\u{3}x y \u{0} \u{0}\u{0}",
            "\u{1}\u{0}\n\u{1}\u{9}" + String(repeating: "w", count: 245) + "\n\u{7F}\u{40}long longer longest",
        ]
    ) { input in
        let folder = Scratch.folder("whole")
        let (bulkPath, plainPath) = (folder + "/bulk", folder + "/plain")
        let (piecePath, mergedPath) = (folder + "/piece", folder + "/merged")
        let lines = input.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(12).filter { $0.count > 1 }
        guard !lines.isEmpty else { return }
        do throws(XapianError) {
            let last = lines.reduce(0) { $0 + 1 + UInt32($1.first ?? 0) }
            try bulk(bulkPath, lines, metadata: input).finish(synchronous: false)
            var expected = try plain(plainPath, lines, after: 0, metadata: input)
            require(expected == (try contents(bulkPath)), "another content")

            try bulk(piecePath, lines, metadata: input).finishPiece()
            try BulkDatabase.merge([(plainPath, 0), (piecePath, last)], into: mergedPath, synchronous: false)
            expected = try plain(plainPath, lines, after: last, metadata: input)
            require(expected == (try contents(mergedPath)), "another content, merged")
        } catch { fatalError("\(error)") }
    }

    /// A database of the documents that has yet to be finished.
    private static func bulk(_ path: String, _ lines: [ArraySlice<UInt8>], metadata: [UInt8])
        throws(XapianError) -> BulkDatabase
    {
        let database = try BulkDatabase(path: path)
        var docid: UInt32 = 0
        for line in lines {
            docid += 1 + UInt32(line.first ?? 0)
            try database.begin(docid: docid)
            fill(database, Array(line))
        }
        try database.setMetadata(metadata, for: [0x4D])
        return database
    }

    /// Has Xapian write the documents into a database, after the docid `docid`.
    private static func plain(_ path: String, _ lines: [ArraySlice<UInt8>], after docid: UInt32, metadata: [UInt8])
        throws(XapianError) -> DatabaseContents
    {
        let database = try WritableDatabase(path: path, mode: .createOrOpen, synchronous: false)
        var docid = docid
        for line in lines {
            docid += 1 + UInt32(line.first ?? 0)
            let document = try Document()
            fill(document, Array(line))
            try database.put(document, docid: docid)
        }
        try database.setMetadata(metadata, for: [0x4D])
        try database.close()
        return try contents(path)
    }

    private static func contents(_ path: String) throws(XapianError) -> DatabaseContents {
        try DatabaseContents(Database(path: path), slots: Array(0..<8))
    }

    private static func fill(_ document: some DocumentTarget, _ line: [UInt8]) {
        let words = line.dropFirst(2).split(separator: 0x20).map { Array($0) }
        for (place, word) in words.enumerated() {
            for time in 0...Int(line[1] % 16) {
                let position = UInt32(truncatingIfNeeded: (place + 1) * (time + 1) * 7919) % 1_000_003
                let isStored = (try? document.addPosting(word, position: position)) != nil
                require(isStored == XapianLibrary.canStore(word), "a term that should have been refused, or not")
            }
            if place % 3 == 0 { _ = try? document.addBooleanTerm([0x42] + word) }
            try? document.setValue(word, slot: (UInt32(line[1]) + UInt32(place)) % 8)
        }
        try? document.setData([UInt8](repeating: line[1], count: Int(line[0]) * 37) + line)
    }
}
