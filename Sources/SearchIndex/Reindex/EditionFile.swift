import Glibc

/// How often the articles of an index have been made anew from what it has stored: the file `edition` beside the database.
///
/// The number is part of what an article is analysed with (`ContentHash`), so one of an earlier edition is not taken for
/// unchanged.
struct EditionFile: Sendable {
    /// The folder that the database is in.
    let folder: String
    private var path: String { folder + "/edition" }

    /// The number; 0 without a file.
    var edition: Int {
        guard let file = fopen(path, "re") else { return 0 }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = fread(&bytes, 1, bytes.count, file)
        return Int(String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)) ?? 0
    }

    /// Keeps a number, on disk as a whole or not at all.
    /// - Throws: `storage` with the system's reason.
    func write(_ edition: Int) throws(SearchIndexError) {
        let scratch = path + ".new"
        let descriptor = open(scratch, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        let bytes = Array("\(edition)\n".utf8)
        let isWritten =
            descriptor >= 0 && Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        let reason = String(cString: strerror(errno))
        if descriptor >= 0 { close(descriptor) }
        guard isWritten, rename(scratch, path) == 0 else {
            unlink(scratch)
            throw SearchIndexError(
                .storage, "the index's edition cannot be kept: \(reason)", hint: "make room on the index's disk")
        }
        try FolderSync.run(folder)
    }
}
