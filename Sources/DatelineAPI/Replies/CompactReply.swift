/// The reply to `POST /v1/admin/compact`.
package struct CompactReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// Bytes of the database's files before.
    package var bytesBefore: Int
    /// Bytes of the database's files now.
    package var bytesAfter: Int

    package init(index: IndexStamp, tookMs: Double, bytesBefore: Int, bytesAfter: Int) {
        self.index = index
        self.tookMs = tookMs
        self.bytesBefore = bytesBefore
        self.bytesAfter = bytesAfter
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index
        case tookMs = "took_ms"
        case bytesBefore = "bytes_before"
        case bytesAfter = "bytes_after"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("bytes_after", bytesAfter)
            $0.field("bytes_before", bytesBefore)
            $0.field("index", index)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
        }
    }
}
