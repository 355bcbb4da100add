import Glibc

/// Waits until a folder's list of files is on the disk.
///
/// A file that was made or renamed outlives a loss of power only with its folder. Xapian syncs its tables and its version
/// file, renames that into place, and leaves the folder to us.
enum FolderSync {
    /// Blocks for as long as the disk takes.
    /// - Throws: `storage` with the system's reason.
    static func run(_ path: String) throws(SearchIndexError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status: Int32 = -1
        repeat { status = fsync(descriptor) } while status != 0 && errno == EINTR
        // Some file systems cannot sync folders.
        guard status == 0 || errno == EINVAL else { throw failure(path) }
    }

    private static func failure(_ path: String) -> SearchIndexError {
        SearchIndexError(
            .storage, "the folder \(path) could not be written to the disk: \(String(cString: strerror(errno)))",
            hint: "check the disk: space, permissions, hardware")
    }
}
