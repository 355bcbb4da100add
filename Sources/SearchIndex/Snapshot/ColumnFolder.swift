import Glibc
import XapianKit

/// The folder beside the database that keeps the newest revision's columns in mapped files: the writer's side of it.
///
/// After each commit a stamp says what the files hold. It replaces the one before by renaming, and nothing waits for
/// the disk: at the next opening the stamp must name the database's revision and the files must have the stamp's
/// checksums. Whatever a killed process, lost power or a failing disk left behind is either whole or made anew.
/// Not Sendable: it belongs to the writer's thread, and to the process that holds the database's lock.
final class ColumnFolder {
    let path: String
    private var checksums: [String: ColumnChecksum] = [:]

    private var stampPath: String { path + "/stamp" }

    init(path: String) { self.path = path }

    /// The snapshot that the files hold, if they are those of the database's present revision.
    func snapshot(uuid: String, _ statistics: Statistics) throws(ColumnFault) -> Snapshot {
        let stamp = try readStamp()
        guard stamp.uuid == uuid, stamp.revision == statistics.revision else {
            throw ColumnFault("they are of another database or revision")
        }
        let source = ColumnSource.files(folder: path, stamp)
        let columns = try Columns(from: source)
        let snapshot = Snapshot(
            revision: stamp.revision, columns: columns, values: try ValueTable.tables(from: source),
            live: columns.live, articleCount: stamp.articleCount, averageLength: statistics.averageLength,
            origin: .mapped)
        try verify(snapshot, stamp)
        guard columns.lastDocid == statistics.lastDocid, snapshot.passageCount == Int(statistics.documentCount) else {
            throw ColumnFault("they have not as many passages as the database")
        }
        return snapshot
    }

    /// Empty columns and tables in new files; in the heap where files cannot be made.
    func makeEmpty() -> (Columns, [ValueTable]) {
        checksums = [:]
        // What is there must not be taken for what the new files hold, should this process end half way.
        unlink(stampPath)
        mkdir(path, 0o700)
        let source = ColumnSource.newFiles(folder: path)
        if let columns = try? Columns(from: source), let tables = try? ValueTable.tables(from: source) {
            return (columns, tables)
        }
        return (Columns(), Field.facets.map { _ in ValueTable() })
    }

    /// Says that the files hold what `snapshot` does, which is the database's newest and has grown from the one before.
    ///
    /// Columns that went on in the heap are not stamped, and what keeps the stamp from being written is no failure: the
    /// stamp that stays is of an older revision, so the next opening builds the columns anew.
    func stamp(_ snapshot: Snapshot, uuid: String) {
        var stamp = ColumnStamp(uuid: uuid, revision: snapshot.revision, articleCount: snapshot.articleCount)
        for column in snapshot.storedColumns {
            guard let name = column.fileName else { return }
            stamp.columns[name] = .init(count: column.count, checksum: checksum(of: column, name))
        }
        let fresh = stampPath + ".new"
        if Self.write(stamp.description, to: fresh) { rename(fresh, stampPath) }
    }

    private func verify(_ snapshot: Snapshot, _ stamp: ColumnStamp) throws(ColumnFault) {
        for column in snapshot.storedColumns {
            guard let name = column.fileName else { continue }
            guard checksum(of: column, name) == stamp.columns[name]?.checksum else {
                throw ColumnFault(in: name, "is damaged")
            }
        }
    }

    /// The checksum of a column, which holds what it held at the last call and what was appended since.
    private func checksum(of column: any StoredColumn, _ name: String) -> UInt64 {
        column.withBytes { checksums[name, default: ColumnChecksum()].moveOn(to: $0) }
    }

    private func readStamp() throws(ColumnFault) -> ColumnStamp {
        let descriptor = Glibc.open(stampPath, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ColumnFault("there is no stamp") }
        defer { close(descriptor) }
        // A stamp has about forty lines of sixty bytes.
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0, let stamp = ColumnStamp(String(decoding: bytes[..<count], as: UTF8.self)) else {
            throw ColumnFault("the stamp is damaged", file: "stamp")
        }
        return stamp
    }

    private static func write(_ text: String, to path: String) -> Bool {
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return Array(text.utf8).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) == $0.count }
    }
}
