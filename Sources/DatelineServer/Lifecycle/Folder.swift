import Glibc

/// Makes folders.
enum Folder {
    /// Makes `path` and what leads to it, mode 0700, unless it is there. What was made outlives a loss of power.
    /// - Throws: `StartupError` with the system's reason.
    static func make(_ path: String) throws(StartupError) {
        var file = stat()
        if stat(path, &file) == 0, file.st_mode & S_IFMT == S_IFDIR { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try make(String(path[..<slash])) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw StartupError("the folder \(path) cannot be made: \(StartupError.reason(errno))")
        }
        try sync(path + "/..")
    }

    /// Waits until a folder's list of files is on the disk. One that may be searched and not read is left to the system.
    private static func sync(_ path: String) throws(StartupError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
            throw StartupError("the folder \(path) cannot be written to the disk: \(StartupError.reason(errno))")
        }
    }
}
