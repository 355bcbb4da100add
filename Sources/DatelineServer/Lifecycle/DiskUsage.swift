import Glibc

/// How much space a folder's files take.
enum DiskUsage {
    /// The sizes of the files directly in `folder`, added up; 0 when it cannot be read.
    static func bytes(inFolder folder: String) -> Int {
        guard let handle = opendir(folder) else { return 0 }
        defer { closedir(handle) }
        var total = 0
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            var file = stat()
            if stat("\(folder)/\(name)", &file) == 0, file.st_mode & S_IFMT == S_IFREG { total += Int(file.st_size) }
        }
        return total
    }
}
