/// The reply to `DELETE /v1/articles/{id}`.
package struct DeleteReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// Ids that are gone now.
    package var deleted: [String]
    /// Ids that were not there.
    package var missing: [String]

    package init(index: IndexStamp, tookMs: Double, deleted: [String], missing: [String]) {
        self.index = index
        self.tookMs = tookMs
        self.deleted = deleted
        self.missing = missing
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, deleted, missing
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("deleted", deleted)
            $0.field("index", index)
            $0.field("missing", missing)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
        }
    }
}
