import Glibc

/// The file beside the database that keeps the corrections: text with tabs between, one correction a line.
///
///     # dateline corrections 1 next 8 changes 9
///     # number  time  uid  verb  name  into  articles
///     7	2025-08-09T12:30:00Z	1000	merge	person=S. Witkoff	person=Steve Witkoff
///
/// It is replaced as a whole: whatever ends the process, the old file or the new one is there.
struct CorrectionFile {
    let path: String

    private static let opening = "# dateline corrections 1"

    /// The corrections in the file; none when there is no file.
    /// - Throws: `SearchIndexError.badCorrection` for a line that does not read, `storage`.
    func read() throws(SearchIndexError) -> CorrectionList {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return CorrectionList() }
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
        return try parse(String(decoding: bytes, as: UTF8.self))
    }

    /// Puts `list` in the place of what the file holds. Returns when it is on disk.
    /// - Throws: `SearchIndexError.storage`: what is on disk is the old list or the new one.
    func write(_ list: CorrectionList) throws(SearchIndexError) {
        let text = Self.text(of: list)
        let fresh = path + ".new"
        guard SyncedFile.write(Array(text.utf8), to: fresh), rename(fresh, path) == 0, Self.syncFolder(of: path) else {
            let error = failure("written")
            unlink(fresh)
            throw error
        }
    }

    /// What the file holds for `list`.
    static func text(of list: CorrectionList) -> String {
        var text = "\(opening) next \(list.next) changes \(list.changes)\n"
        text += "# number\ttime\tuid\tverb\tname\tinto\tarticles\n"
        for entry in list.entries {
            text += "\(entry.number)\t\(entry.time)\t\(entry.uid)\t\(CorrectionLine.text(entry.correction))\n"
        }
        return text
    }

    /// - Throws: `SearchIndexError.badCorrection` for a line that does not read.
    func parse(_ text: String) throws(SearchIndexError) -> CorrectionList {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let head = lines[0].split(separator: " ")
        // Both are counted up, so neither may be near the end of its range.
        guard lines[0].hasPrefix(Self.opening), head.count >= 8, let next = Int(head[5]), let changes = UInt64(head[7]),
            next < 1 << 48, changes < 1 << 48
        else { throw damaged(line: 1, "it does not begin as such a file does") }
        var entries: [RecordedCorrection] = []
        for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count >= 5, let number = Int(columns[0]), let uid = UInt32(columns[2]),
                number > entries.last?.number ?? 0, number < next
            else { throw damaged(line: index + 1, "its first columns are not number, time and uid") }
            do throws(SearchIndexError) {
                entries.append(
                    RecordedCorrection(
                        number: number, time: String(columns[1]), uid: uid,
                        correction: try CorrectionLine.correction(columns[3...])))
            } catch { throw damaged(line: index + 1, error.message) }
        }
        return CorrectionList(entries: entries, next: next, changes: changes)
    }

    private func damaged(line: Int, _ reason: String) -> SearchIndexError {
        SearchIndexError(
            .badCorrection, "\(path):\(line): \(reason)",
            hint: "put the line right, or move the file away to go on without corrections")
    }

    private func failure(_ what: String) -> SearchIndexError {
        SearchIndexError(.storage, "\(path) could not be \(what): \(String(cString: strerror(errno)))")
    }

    private static func syncFolder(of path: String) -> Bool {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
