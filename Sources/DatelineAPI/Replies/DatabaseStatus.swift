/// The database on disk.
package struct DatabaseStatus: Codable, Equatable, Sendable {
    /// Its folder.
    package var path: String
    /// What it takes up.
    package var bytes: Int

    package init(path: String, bytes: Int) {
        self.path = path
        self.bytes = bytes
    }
}
