import Logging
import Synchronization
import XapianKit

/// Whether segments may be written and merged whole, by `BulkDatabase`, which knows Xapian's files rather than its
/// interface. Found out once, before the first load: a small database is made by Xapian, whole, and merged of both
/// kinds, and all must read the same. When they do not, or the Xapian that is linked writes another format, loads go
/// through Xapian's interface, slower.
final class BulkTrust: Sendable {
    private let logger: Logger
    private let answer = Mutex<Bool?>(nil)

    init(logger: Logger) { self.logger = logger }

    /// Blocks for some milliseconds the first time.
    func isGiven(scratch: String) -> Bool {
        answer.withLock { answer in
            if let answer { return answer }
            let doubt = Self.doubt(in: scratch)
            if let doubt { logger.warning("loads take the slower way", metadata: ["reason": "\(doubt)"]) }
            answer = doubt == nil
            return doubt == nil
        }
    }

    /// Why the two ways may not be taken to give the same; nil when there is no reason.
    static func doubt(in scratch: String) -> String? {
        guard XapianLibrary.version.hasPrefix("1.4.") else { return "Xapian \(XapianLibrary.version) is not 1.4" }
        do {
            let folder = try LoadFolder(in: scratch)
            defer { folder.remove() }
            let (bulk, plain, merged) = (folder.newPath("bulk"), folder.newPath("plain"), folder.newPath("merged"))
            let (head, tail) = (folder.newPath("head"), folder.newPath("tail"))
            try SearchIndexError.translating { () throws(XapianError) in
                try writeBulk(bulk, docids)
                try writePlain(plain, docids)
                try writePlain(head, docids.prefix(300))
                try writeBulk(tail, docids.dropFirst(300), asPieceBy: 300)
                try BulkDatabase.merge([(head, 0), (tail, 300)], into: merged, synchronous: false)
            }
            // The version file begins with a magic string and the format's version.
            let formats = [bulk, plain].map { FileTree.start(of: $0 + "/iamglass", bytes: 16) }
            guard formats[0].count == 16, formats[0] == formats[1] else {
                return "Xapian writes another format than \(BulkDatabase.formatVersion)"
            }
            return try SearchIndexError.translating { () throws(XapianError) in
                let expected = try contents(of: plain)
                if try contents(of: bulk) != expected {
                    return "a database written whole reads otherwise than Xapian's own"
                }
                return try contents(of: merged) == expected
                    ? nil : "a merged database reads otherwise than Xapian's own"
            }
        } catch {
            return "\(error)"
        }
    }

    /// Passages with all that matters to the format: none and many terms, lists and data of several chunks, values.
    private static func fill(_ number: UInt32, _ document: some DocumentTarget) throws(XapianError) {
        if number == 1 { return }
        try document.setData([UInt8](repeating: UInt8(truncatingIfNeeded: number), count: number == 2 ? 30_000 : 60))
        for word in 0..<(number == 3 ? 2_000 : 20) {
            let term = "w\((word * 7 + Int(number)) % 501)"
            try document.addPosting(Array(term.utf8), position: UInt32(word + 1) * (number % 3 + 1))
        }
        try document.addPosting(Array("all".utf8), position: number)
        try document.addBooleanTerm([0, 1, UInt8(truncatingIfNeeded: number)])
        try document.setValue(Array("v\(number % 11)".utf8), slot: number % 3 + 200)
        try document.setValue(Array("\(number)".utf8), slot: 0)
    }

    private static let docids = (1...900).map { UInt32($0 < 600 ? $0 : $0 + 40_000) }

    /// - Parameter lower: by how much the docids are lower, in a database that is only to be merged.
    private static func writeBulk(_ path: String, _ docids: some Sequence<UInt32>, asPieceBy lower: UInt32? = nil)
        throws(XapianError)
    {
        let database = try BulkDatabase(path: path)
        for docid in docids {
            try database.begin(docid: docid - (lower ?? 0))
            try fill(docid, database)
        }
        try database.setMetadata([1, 2, 3], for: [65])
        if lower == nil { try database.finish(synchronous: false) } else { try database.finishPiece() }
    }

    private static func writePlain(_ path: String, _ docids: some Sequence<UInt32>) throws(XapianError) {
        let database = try WritableDatabase(path: path, mode: .create, synchronous: false)
        let document = try Document()
        for docid in docids {
            try document.clear()
            try fill(docid, document)
            try database.put(document, docid: docid)
        }
        try database.setMetadata([1, 2, 3], for: [65])
        try database.close()
    }

    private static func contents(of path: String) throws(XapianError) -> DatabaseContents {
        try DatabaseContents(Database(path: path), slots: [0, 200, 201, 202])
    }
}
