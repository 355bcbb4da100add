import Glibc

/// Folders of scratch files.
enum FileTree {
    /// Makes the folder `path`, mode 0700, unless it is there; its parent must be.
    /// - Throws: `storage` with the system's error.
    static func make(_ path: String) throws(SearchIndexError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            let reason = String(cString: strerror(errno))
            throw SearchIndexError(
                .storage, "a folder for the load cannot be made: \(reason)", hint: "make room on the index's disk")
        }
    }

    /// Removes a file or a folder and all that is in it, as far as the system lets it.
    /// - Parameter emptying: whether files are emptied before, so that their room is free even while somebody who will
    ///   not read them again has them open.
    static func remove(_ path: String, emptying: Bool = false) {
        if let listing = opendir(path) {
            while let entry = readdir(listing) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != "." && name != ".." { remove("\(path)/\(name)", emptying: emptying) }
            }
            closedir(listing)
            rmdir(path)
        } else {
            if emptying { truncate(path, 0) }
            unlink(path)
        }
    }

    /// The first bytes of a file; fewer when it is shorter, none when it cannot be read.
    static func start(of path: String, bytes: Int) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        return [UInt8](unsafeUninitializedCapacity: bytes) { buffer, count in
            count = max(0, read(file, buffer.baseAddress, bytes))
        }
    }

    /// The names of what is in a folder, in order; none when it cannot be read.
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
        return names.sorted()
    }

    /// The files directly in a folder, in the order of their names.
    static func files(in folder: String) -> [(name: String, bytes: Int)] {
        names(in: folder).compactMap { name in
            var status = stat()
            guard stat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            return (name, Int(status.st_size))
        }
    }

    /// The bytes of the files directly in a folder.
    static func bytes(in folder: String) -> Int { files(in: folder).reduce(0) { $0 + $1.bytes } }

    /// Gives a file that is only ever replaced a second name, when there is such a file; where the file system has no
    /// second names, a copy.
    /// - Throws: `storage` with the system's error.
    static func link(_ path: String, _ other: String) throws(SearchIndexError) {
        if Glibc.link(path, other) == 0 || errno == ENOENT || copy(path, other) { return }
        throw SearchIndexError(.storage, "\(path) cannot be copied: \(String(cString: strerror(errno)))")
    }

    private static func copy(_ path: String, _ other: String) -> Bool {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { return false }
        defer { close(source) }
        let target = open(other, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard target >= 0 else { return false }
        defer { close(target) }
        var count = 1
        while count > 0 { count = sendfile(target, source, nil, 1 << 30) }
        return count == 0
    }
}
