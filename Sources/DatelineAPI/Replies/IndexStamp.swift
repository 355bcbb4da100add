/// Which index answered, at which revision: two replies with equal stamps saw the same articles.
package struct IndexStamp: Codable, Equatable, Sendable {
    /// Names the database; a rebuilt one has another.
    package var uuid: String
    /// Rises with every commit.
    package var revision: Int

    package init(uuid: String, revision: Int) {
        self.uuid = uuid
        self.revision = revision
    }
}
