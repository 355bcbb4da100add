/// A path whose compression is told by its last extension.
enum FileName {
    /// The path without `.gz` or `.zst`, and which of them it had.
    static func splitCompression(_ path: String) -> (path: String, compression: Compression?) {
        let lower = path.lowercased()
        guard let found = Compression.allCases.first(where: { lower.hasSuffix($0.suffix) }) else { return (path, nil) }
        return (String(path.dropLast(found.suffix.utf8.count)), found)
    }

    /// The last component.
    static func last(_ path: String) -> Substring {
        path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    }
}
