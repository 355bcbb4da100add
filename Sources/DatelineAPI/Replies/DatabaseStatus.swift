/// The database on disk.
package struct DatabaseStatus: Codable, JSONWritable, Equatable, Sendable {
    /// Its folder.
    package var path: String
    /// What it takes up.
    package var bytes: Int

    package init(path: String, bytes: Int) {
        self.path = path
        self.bytes = bytes
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("bytes", bytes)
            $0.field("path", path)
        }
    }
}
