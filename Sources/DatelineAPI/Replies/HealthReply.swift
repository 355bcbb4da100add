/// The reply to `GET /healthz`.
package struct HealthReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// `ok`.
    package var status: String

    package init(index: IndexStamp, tookMs: Double, status: String = "ok") {
        self.index = index
        self.tookMs = tookMs
        self.status = status
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, status
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("index", index)
            $0.field("schema", schema)
            $0.field("status", status)
            $0.field("took_ms", tookMs)
        }
    }
}
