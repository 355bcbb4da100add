import Glibc

/// The files below some paths, in the order of their names, without hidden ones. Reads a folder when it gets there.
///
/// Links are followed; a folder that was already visited is not visited again, which ends any loop.
package struct FileWalk: IteratorProtocol {
    /// What the walk comes upon.
    package enum Entry: Equatable, Sendable {
        /// `isNamed`: the user named it; it was not found in a folder.
        case file(path: String, isNamed: Bool)
        /// Something that cannot be read.
        case failure(path: String, SystemError)
    }

    private struct FolderIdentity: Hashable {
        var device: dev_t
        var number: ino_t
    }

    private var pending: [(path: String, isNamed: Bool)]
    private var visited: Set<FolderIdentity> = []
    /// The folders so far.
    private(set) var folders: [String] = []

    /// A walk over these files and folders, in this order.
    package init(paths: [String]) {
        pending = paths.reversed().map { ($0, true) }
    }

    /// Blocks for the calls that look at files and folders.
    package mutating func next() -> Entry? {
        while let (path, isNamed) = pending.popLast() {
            var entry = stat()
            guard stat(path, &entry) == 0 else { return .failure(path: path, .last) }
            switch entry.st_mode & S_IFMT {
            case S_IFDIR:
                guard visited.insert(FolderIdentity(device: entry.st_dev, number: entry.st_ino)).inserted else {
                    continue
                }
                folders.append(path)
                do throws(SystemError) {
                    pending += try names(in: path).reversed().map { ("\(path == "/" ? "" : path)/\($0)", false) }
                } catch {
                    return .failure(path: path, error)
                }
            case S_IFREG: return .file(path: path, isNamed: isNamed)
            // A named pipe or device is read when it is named (`<(command)`), and waits forever when it is not.
            default: if isNamed { return .file(path: path, isNamed: true) }
            }
        }
        return nil
    }

    private func names(in folder: String) throws(SystemError) -> [String] {
        guard let stream = opendir(folder) else { throw .last }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
