/// The flat columns that ranking, filters and facets read.
package struct ColumnsStatus: Codable, JSONWritable, Equatable, Sendable {
    /// What they take up, mapped files included.
    package var bytes: Int

    package init(bytes: Int) {
        self.bytes = bytes
    }

    package func write(to json: inout JSONWriter) {
        json.object { $0.field("bytes", bytes) }
    }
}
