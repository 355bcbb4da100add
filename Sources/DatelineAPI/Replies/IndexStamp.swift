/// Which index answered, at which revision: two replies with equal stamps saw the same articles.
package struct IndexStamp: Codable, JSONWritable, Equatable, Sendable {
    /// Names the database; a rebuilt one has another.
    package var uuid: String
    /// Rises with every commit.
    package var revision: Int

    package init(uuid: String, revision: Int) {
        self.uuid = uuid
        self.revision = revision
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("revision", revision)
            $0.field("uuid", uuid)
        }
    }
}
