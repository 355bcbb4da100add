import Glibc

/// The file beside the database that keeps the standing queries: `queries.tsv`, a name and a query a line.
///
///     # dateline queries 1
///     baku	q=ceasefire&where=place%3DBaku
///
/// It is replaced as a whole: whatever ends the process, the old file or the new one is there.
struct StandingFile: Sendable {
    let path: String

    private static let head = "# dateline queries 1"

    /// The names and texts in the file, in its order; none without a file.
    /// - Throws: `corrupt` for a line that does not read, `storage`.
    func read() throws(SearchIndexError) -> [(name: String, text: String)] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return [] }
            throw failure("read")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &block, block.count)
            if count < 0 { throw failure("read") }
            if count == 0 { break }
            bytes += block[..<count]
        }
        var kept: [(name: String, text: String)] = []
        for (number, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n").enumerated() {
            if line.hasPrefix("#") { continue }
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 2, StandingQuery.isName(String(parts[0])) else {
                throw SearchIndexError(
                    .corrupt, "\(path):\(number + 1): this is no name and query with a tab between",
                    hint: "put the line right, or move the file away to go on without standing queries")
            }
            kept.append((String(parts[0]), String(parts[1])))
        }
        return kept
    }

    /// Puts `queries` in the place of what the file holds. Returns when they are on disk.
    /// - Throws: `storage`: what is on disk is the old list or the new one.
    func write(_ queries: [StandingQuery]) throws(SearchIndexError) {
        let text = Self.head + "\n" + queries.map { "\($0.name)\t\($0.text)\n" }.joined()
        let fresh = path + ".new"
        guard SyncedFile.write(Array(text.utf8), to: fresh), rename(fresh, path) == 0 else {
            let error = failure("written")
            unlink(fresh)
            throw error
        }
        try FolderSync.run(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".")
    }

    private func failure(_ what: String) -> SearchIndexError {
        SearchIndexError(
            .storage, "\(path) could not be \(what): \(String(cString: strerror(errno)))",
            hint: "check the disk: space, permissions, hardware")
    }
}
