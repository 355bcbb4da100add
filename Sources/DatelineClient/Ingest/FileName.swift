/// A path whose compression is told by its last extension.
enum FileName {
    /// The path without `.gz`, and whether it had one.
    static func splitCompression(_ path: String) -> (path: String, isCompressed: Bool) {
        path.lowercased().hasSuffix(".gz") ? (String(path.dropLast(3)), true) : (path, false)
    }

    /// The last component.
    static func last(_ path: String) -> Substring {
        path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    }
}
