/// The reply to `GET /v1/entities/gazetteers`.
package struct GazetteersReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// The user's own gazetteers, by name.
    package var gazetteers: [GazetteerDetail]

    package init(index: IndexStamp, tookMs: Double, gazetteers: [GazetteerDetail]) {
        self.index = index
        self.tookMs = tookMs
        self.gazetteers = gazetteers
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, gazetteers
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("gazetteers", gazetteers)
            $0.field("index", index)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
        }
    }
}
