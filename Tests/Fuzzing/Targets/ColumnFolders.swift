import Foundation

@testable import Corpus
@testable import SearchIndex
@testable import XapianKit

extension DatelineFuzz {
    /// The folder of an index's columns, with changes in its files: bits, lengths, files that are gone or of another kind.
    ///
    /// An input's first byte says whether the stamp is made right for the changes. When not, what opens must be what was
    /// written; when so, opening must end in one way or the other.
    static let folder = FuzzTarget(
        name: "folder",
        seeds: [
            "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}", "\u{0}\u{2}\u{1}\u{4}\u{0}\u{7}", "\u{0}\u{5}\u{2}\u{8}\u{0}\u{0}",
            "\u{0}\u{9}\u{3}\u{0}\u{0}\u{0}", "\u{1}\u{3}\u{0}\u{8}\u{0}\u{1}", "\u{1}\u{4}\u{5}\u{0}\u{0}\u{3}",
            "\u{1}\u{6}\u{4}\u{0}\u{0}\u{0}\u{7}\u{1}\u{2}\u{0}\u{7}",
        ]
    ) { input in
        guard let first = input.first else { return }
        columnFolder.with(edits: input.dropFirst(), isStamped: first % 2 == 1) { opened in
            guard let opened else { return }
            require(opened.passageCount == ColumnFolderSample.passages - 1, "other passages than the database has")
            require(opened.columns.lastDocid == UInt32(ColumnFolderSample.passages), "another last passage")
            if first % 2 == 0 {
                require(ColumnFolderSample.contents(opened) == columnFolder.contents, "damage was not seen")
            }
        }
    }

    private static let columnFolder = ColumnFolderSample(folder: Scratch.folder("folder"))
}

/// A small database with its folder of columns, whose files are changed and put right again.
struct ColumnFolderSample: Sendable {
    static let passages = 40
    private static let uuid = "6a0c"

    private let path: String
    private let statistics: Statistics
    private let stamp: ColumnStamp
    private let names: [String]
    private let files: [String: [UInt8]]
    /// What each column held when it was written.
    let contents: [[UInt8]]

    init(folder: String) {
        path = folder + "/columns"
        do {
            let writer = try WritableDatabase(path: folder + "/db", mode: .create, synchronous: false)
            for docid in 1...UInt32(Self.passages) { try writer.put(try Document(), docid: docid) }
            try writer.delete(docid: 5)
            try writer.commit()
            statistics = try writer.statistics()
        } catch { fatalError("\(error)") }
        let columnFolder = ColumnFolder(path: path)
        var (columns, tables) = columnFolder.makeEmpty()
        for docid in 1...UInt32(Self.passages) {
            let values = Field.facets.indices.map { facet in
                (0..<docid % 4).map { $0 + UInt32(facet) % 3 }
            }
            let row = PassageRow(length: docid, articleLength: docid * 2, values: values)
            columns.append(docid: docid, row, article: docid / 3, story: docid / 9, date: 20_250_101 + docid % 28)
        }
        columns.remove(docid: 5)
        for facet in tables.indices { for name in 0..<6 { tables[facet].append("Name \(name) of \(facet)") } }
        let snapshot = Snapshot(
            revision: statistics.revision, columns: columns, values: tables, live: columns.live, articleCount: 14,
            averageLength: statistics.averageLength, origin: .mapped)
        columnFolder.stamp(snapshot, uuid: Self.uuid)
        contents = Self.contents(snapshot)

        var files: [String: [UInt8]] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
            files[name] = FileManager.default.contents(atPath: path + "/" + name).map { Array($0) }
        }
        guard let text = files["stamp"], let stamp = ColumnStamp(String(decoding: text, as: UTF8.self)),
            stamp.columns.count == contents.count
        else { fatalError("the columns have no stamp") }
        self.files = files
        self.stamp = stamp
        names = files.keys.sorted()
    }

    static func contents(_ snapshot: Snapshot) -> [[UInt8]] {
        snapshot.storedColumns.map { $0.withBytes { Array($0) } }
    }

    /// Changes files as `edits` say, six bytes each, opens the folder, and puts the files right again.
    func with(edits: ArraySlice<UInt8>, isStamped: Bool, _ body: (Snapshot?) -> Void) {
        var changed: [String: [UInt8]?] = [:]
        var stamp = stamp
        var rest = edits
        while rest.count >= 6, changed.count < 8 {
            let edit = Array(rest.prefix(6))
            rest = rest.dropFirst(6)
            let name = names[Int(edit[0]) % names.count]
            let offset = Int(edit[2]) | Int(edit[3]) << 8
            guard var bytes = changed[name, default: files[name]] else { continue }
            switch edit[1] % 6 {
            case 0 where offset < bytes.count: bytes[offset] ^= edit[5]
            case 1 where offset + 4 <= bytes.count:
                for place in 0..<4 { bytes[offset + place] = place < 2 ? edit[4] : edit[5] }
            case 2: bytes.removeLast(max(bytes.count - offset, 0))
            case 3:
                changed[name] = .some(nil)
                continue
            case 4: bytes += edit
            case 5: stamp.columns[name]?.count = Int(edit[4]) << Int(edit[5] % 60)
            default: continue
            }
            changed[name] = bytes
        }
        if isStamped {
            for (name, bytes) in changed {
                guard let bytes, let count = stamp.columns[name]?.count else { continue }
                let (length, overflow) = count.multipliedReportingOverflow(by: name.hasSuffix(".names") ? 1 : 4)
                guard !overflow, length <= bytes.count else { continue }
                var checksum = ColumnChecksum()
                stamp.columns[name]?.checksum = bytes.withUnsafeBytes {
                    checksum.moveOn(to: UnsafeRawBufferPointer(rebasing: $0[..<length]))
                }
            }
            changed["stamp"] = Array(stamp.description.utf8)
        }
        for (name, bytes) in changed { write(bytes, to: name) }
        body(try? ColumnFolder(path: path).snapshot(uuid: Self.uuid, statistics))
        for name in changed.keys { write(files[name], to: name) }
    }

    /// Puts a file in the place of another, as a column's file may be mapped; nil for a folder of that name.
    private func write(_ bytes: [UInt8]?, to name: String) {
        let file = path + "/" + name
        if unlink(file) != 0 { rmdir(file) }
        guard let bytes else {
            mkdir(file, 0o700)
            return
        }
        require(FileManager.default.createFile(atPath: file, contents: Data(bytes)), "\(name) cannot be made")
    }
}
