import Glibc

/// The file of a `RevisionLog`, `revisions` beside the database: text, a commit a line.
///
///     dateline revisions 1 0b6c2f5e-…
///     41 1290
///     42 1312
///
/// Nothing waits for the disk: a line that is lost makes its passages those of a later commit.
struct RevisionFile: Sendable {
    let path: String
    private let head: String

    private static let remaking = "remaking"

    init(path: String, uuid: String) {
        self.path = path
        head = "dateline revisions 1 \(uuid)"
    }

    /// The commits in the file: none when there is no file, or it is another index's, or damaged.
    func read() -> (entries: [RevisionLog.Entry], wasRemaking: Bool) {
        guard let text = contents() else { return ([], false) }
        // What has no line end was cut off.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        guard let first = lines.first, first == head else { return ([], false) }
        var entries: [RevisionLog.Entry] = []
        for (number, line) in lines.enumerated().dropFirst() {
            if line == Self.remaking, number == lines.count - 1 { return (entries, true) }
            let parts = line.split(separator: " ")
            guard parts.count == 2, let revision = UInt64(parts[0]), let docid = UInt32(parts[1]),
                entries.last.map({ $0.revision < revision && $0.lastDocid <= docid }) ?? true
            else { return ([], false) }
            entries.append(RevisionLog.Entry(revision: revision, lastDocid: docid))
        }
        return (entries, false)
    }

    /// Adds a line; when that fails, or there is no file, writes all of it anew.
    func append(_ entry: RevisionLog.Entry, after others: ArraySlice<RevisionLog.Entry>) {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard descriptor >= 0 else { return replace(others + [entry]) }
        defer { close(descriptor) }
        let line = Array(Self.line(entry).utf8)
        // A part of a line would be taken for damage.
        if Glibc.write(descriptor, line, line.count) != line.count { unlink(path) }
    }

    /// Puts a new file in the old one's place; when it cannot be written, there is none.
    func replace(_ entries: some Collection<RevisionLog.Entry>, isRemaking: Bool = false) {
        let text =
            head + "\n" + entries.map(Self.line).joined() + (isRemaking ? Self.remaking + "\n" : "")
        let bytes = Array(text.utf8)
        let fresh = path + ".new"
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        let isWritten = descriptor >= 0 && Glibc.write(descriptor, bytes, bytes.count) == bytes.count
        if descriptor >= 0 { close(descriptor) }
        guard isWritten, rename(fresh, path) == 0 else {
            unlink(fresh)
            unlink(path)
            return
        }
    }

    private static func line(_ entry: RevisionLog.Entry) -> String { "\(entry.revision) \(entry.lastDocid)\n" }

    private func contents() -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &block, block.count)
            guard count >= 0 else { return nil }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += block[..<count]
        }
    }
}
