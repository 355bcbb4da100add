/// A file of an index that a check has looked at.
package struct CheckedFile: Codable, JSONWritable, Equatable, Sendable {
    /// Its path in the index's folder.
    package var name: String
    /// Its size.
    package var bytes: Int

    package init(name: String, bytes: Int) {
        self.name = name
        self.bytes = bytes
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("bytes", bytes)
            $0.field("name", name)
        }
    }
}
