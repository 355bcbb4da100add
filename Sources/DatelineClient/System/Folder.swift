import Glibc

enum Folder {
    /// Makes a folder and those above it as far as they are missing, for this user alone. Whoever uses the folder next
    /// reports why it could not be made.
    static func create(_ path: String) {
        var made = ""
        for name in path.split(separator: "/") {
            made += "/" + name
            mkdir(made, 0o700)
        }
    }

    /// The folder that a file is in.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The names of what is in a folder; none when it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let listing = opendir(folder) else { return [] }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a folder and all that is in it. Links are removed, and not followed.
    static func remove(_ path: String) {
        var entry = stat()
        guard lstat(path, &entry) == 0 else { return }
        guard entry.st_mode & S_IFMT == S_IFDIR else {
            unlink(path)
            return
        }
        for name in names(in: path) { remove("\(path)/\(name)") }
        rmdir(path)
    }

    /// The text of a small file; nil when it cannot be read. At most 1 MiB is looked at.
    static func text(of path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = read(file, &bytes, bytes.count)
        return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// Waits until the name of a file is on the disk.
    /// - Throws: ``ClientError`` with the code `output_failed`.
    static func sync(of path: String) throws(ClientError) { try sync(parent(of: path), O_DIRECTORY) }

    /// Waits until a folder and all files in it are on the disk.
    /// - Throws: ``ClientError`` with the code `output_failed`.
    static func syncAll(_ folder: String) throws(ClientError) {
        for name in names(in: folder) {
            let path = "\(folder)/\(name)"
            var entry = stat()
            guard lstat(path, &entry) == 0 else { continue }
            if entry.st_mode & S_IFMT == S_IFDIR { try syncAll(path) } else { try sync(path, 0) }
        }
        try sync(folder, O_DIRECTORY)
    }

    private static func sync(_ path: String, _ flags: Int32) throws(ClientError) {
        let file = open(path, O_RDONLY | O_CLOEXEC | flags)
        defer { if file >= 0 { close(file) } }
        guard file >= 0, fsync(file) == 0 || errno == EINVAL else {
            throw ClientError(
                .outputFailed, "\(path) could not be written to the disk: \(SystemError.last)", exitStatus: .partial)
        }
    }
}
