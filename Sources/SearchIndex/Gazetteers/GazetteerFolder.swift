import Entities
import Glibc

/// The folder of the user's own gazetteers, `NAME.tsv` each, beside the database. Blocks.
struct GazetteerFolder {
    private static let suffix = ".tsv"

    let path: String

    /// The gazetteers' names, in order; none where there is no folder.
    var names: [String] {
        guard let listing = opendir(path) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(Self.suffix), Self.isName(name.dropLast(Self.suffix.count)) {
                names.append(String(name.dropLast(Self.suffix.count)))
            }
        }
        return names.sorted()
    }

    /// Whether a gazetteer may be called so: letters, digits, `-`, `_` and dots, not one in front, at most 64.
    static func isName(_ name: some StringProtocol) -> Bool {
        (1...64).contains(name.utf8.count) && name.first != "."
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    /// - Throws: `GazetteerError`: unreadable, notText.
    func contents(of name: String) throws(GazetteerError) -> String { try Gazetteer.contents(of: file(name)) }

    /// Puts a gazetteer in the place of the one of that name, on disk as a whole or not at all.
    /// - Throws: `storage` with the system's reason.
    func write(_ name: String, _ contents: String) throws(SearchIndexError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("its folder cannot be made") }
        // A name that is none of a gazetteer: what a cut off write leaves is never read.
        let scratch = "\(path)/.new"
        let descriptor = open(scratch, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("it cannot be written") }
        var isWritten = true
        var rest = Array(contents.utf8)[...]
        while isWritten, !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { isWritten = false }
        }
        isWritten = isWritten && fsync(descriptor) == 0
        let reason = errno
        close(descriptor)
        errno = reason
        guard isWritten, rename(scratch, file(name)) == 0 else {
            let error = failure("it cannot be written")
            // On a full disk it would take what room there is.
            unlink(scratch)
            throw error
        }
        try sync()
        try FolderSync.run(path + "/..")
    }

    /// - Throws: `storage` with the system's reason.
    func remove(_ name: String) throws(SearchIndexError) {
        guard unlink(file(name)) == 0 || errno == ENOENT else { throw failure("it cannot be removed") }
        try sync()
    }

    private func file(_ name: String) -> String { "\(path)/\(name)\(Self.suffix)" }

    private func sync() throws(SearchIndexError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure("its folder cannot be read") }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw failure("its folder cannot be written") }
    }

    private func failure(_ what: String) -> SearchIndexError {
        SearchIndexError(
            .storage, "the gazetteer is not kept: \(what): \(String(cString: strerror(errno)))",
            hint: "make room on the index's disk, and import it again")
    }
}
