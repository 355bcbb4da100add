import Glibc

/// Makes folders.
enum Folder {
    /// Makes `path` and what leads to it, mode 0700, unless it is there.
    /// - Throws: `StartupError` with the system's reason.
    static func make(_ path: String) throws(StartupError) {
        var file = stat()
        if stat(path, &file) == 0, file.st_mode & S_IFMT == S_IFDIR { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try make(String(path[..<slash])) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw StartupError("the folder \(path) cannot be made: \(StartupError.reason(errno))")
        }
    }
}
