import Glibc

/// The files of known kinds in a folder and below it, as they are at one moment.
struct FolderScan {
    /// What `stat` says of each file, by its path: equal as long as it has not changed.
    private(set) var stamps: [String: String] = [:]
    private(set) var folders: [String] = []
    /// What could not be looked at. What was known below it is not gone; a link to nothing is.
    private(set) var failures: [(path: String, error: SystemError)] = []

    /// Looks at the folder. Blocks.
    init(_ folder: String) {
        var walk = FileWalk(paths: [folder])
        while let entry = walk.next() {
            switch entry {
            case .failure(let path, let error):
                if error.number != ENOENT || path == folder { failures.append((path, error)) }
            case .file(let path, _):
                guard InputFormat(fileName: FileName.splitCompression(path).path) != nil else { continue }
                var status = stat()
                // A file that went just now is found to be gone the next time.
                if stat(path, &status) == 0 { stamps[path] = Self.stamp(status) }
            }
        }
        folders = walk.folders
    }

    /// Whether a path that is not among the files may still be there.
    func mayHold(_ path: String) -> Bool {
        failures.contains { path == $0.path || path.hasPrefix($0.path + "/") }
    }

    private static func stamp(_ status: stat) -> String {
        let (modified, changed) = (status.st_mtim, status.st_ctim)
        return "\(status.st_size) \(modified.tv_sec).\(modified.tv_nsec) \(changed.tv_sec).\(changed.tv_nsec) "
            + "\(status.st_ino)"
    }
}
