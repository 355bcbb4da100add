import DatelineAPI
import Glibc

/// What of a folder is in the index: the articles of each file, kept on disk from one `index --watch` to the next.
///
/// A file of lines, `{"path":…,"stamp":…,"ids":[…]}`, that grows with every change; of several lines of one path the last
/// counts, and one without a stamp says that the file is gone. It is written anew, shorter, when it is opened.
struct FolderRecord {
    /// A file that was sent.
    struct Entry: Codable, Equatable {
        var path: String
        /// What `stat` said of it then; empty when it is to be sent again; nil when it is gone.
        var stamp: String?
        /// Of the articles that came from it.
        var ids: [String]
    }

    /// The first line: a record of another folder or index is none of ours.
    private struct Head: Codable, Equatable {
        var folder: String
        var base: String
        var index: String
    }

    private(set) var entries: [String: Entry]
    private let file: String

    /// Opens the record of a folder for one index, or begins one.
    ///
    /// - Throws: ``ClientError`` with the code `output_failed` when it cannot be written.
    init(folder: String, base: String?, index: String, environment: UserEnvironment) throws(ClientError) {
        let head = Head(folder: folder, base: base ?? "", index: index)
        let state =
            environment["XDG_STATE_HOME"] ?? environment["HOME"].map { $0 + "/.local/state" }
            ?? "/tmp/dateline-\(environment.userID)"
        let directory = environment.absolute(state) + "/dateline/folders"
        Folder.create(directory)
        file = "\(directory)/\(Self.digest([head.folder, head.base, head.index])).ndjson"
        entries = Self.read(file, head)
        try writeAnew(head)
    }

    /// Notes what is so now, and returns when it is on its way to the disk.
    ///
    /// - Throws: ``ClientError`` with the code `output_failed`.
    mutating func note(_ changed: [Entry]) throws(ClientError) {
        for entry in changed { entries[entry.path] = entry.stamp == nil ? nil : entry }
        try append(changed.flatMap(Self.line), to: file, O_APPEND)
    }

    /// Those of the ids that no file holds.
    func unheld(_ ids: Set<String>) -> Set<String> {
        ids.isEmpty ? [] : entries.values.reduce(into: ids) { $0.subtract($1.ids) }
    }

    /// The paths of the files that hold one of the ids.
    func holders(of ids: Set<String>) -> [String] {
        ids.isEmpty ? [] : entries.values.filter { !ids.isDisjoint(with: $0.ids) }.map(\.path)
    }

    private static func read(_ file: String, _ head: Head) -> [String: Entry] {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [:] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let got = Glibc.read(descriptor, &chunk, chunk.count), got > 0 { bytes += chunk[..<got] }
        var lines = bytes.split(separator: 0x0A)[...]
        guard let first = lines.popFirst(), (try? JSON.decode(Head.self, from: Array(first))) == head else {
            return [:]
        }
        var entries: [String: Entry] = [:]
        // A line that was cut off by a crash says nothing; its file is sent once more.
        for line in lines {
            guard let entry = try? JSON.decode(Entry.self, from: Array(line)) else { continue }
            entries[entry.path] = entry.stamp == nil ? nil : entry
        }
        return entries
    }

    private func writeAnew(_ head: Head) throws(ClientError) {
        let fresh = file + ".new"
        unlink(fresh)
        try append(Self.line(head) + entries.values.flatMap(Self.line), to: fresh, O_EXCL)
        guard rename(fresh, file) == 0 else { throw Self.failure(file) }
    }

    private func append(_ bytes: [UInt8], to path: String, _ flags: Int32) throws(ClientError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path) }
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let written = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written >= 0 { done += written } else if errno != EINTR { throw Self.failure(path) }
        }
    }

    private static func line(_ value: some Encodable) -> [UInt8] { ((try? JSON.encode(value)) ?? []) + [0x0A] }

    private static func failure(_ path: String) -> ClientError {
        ClientError(.outputFailed, "cannot write \(path): \(SystemError.last)", exitStatus: .partial)
    }

    /// FNV-1a over the texts: a short name for a file. What it stands for is told by the first line.
    private static func digest(_ texts: [String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in texts.joined(separator: "\0").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
