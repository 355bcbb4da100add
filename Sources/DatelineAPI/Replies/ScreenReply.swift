/// The reply to `/v1/screen`.
package struct ScreenReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// In the order asked for; fewer when the time was up.
    package var names: [ScreenedReply]
    /// Whether there was time for all; send those that are missing once more.
    package var exact: Bool

    package init(index: IndexStamp, tookMs: Double, names: [ScreenedReply], exact: Bool = true) {
        self.index = index
        self.tookMs = tookMs
        self.names = names
        self.exact = exact
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, names, exact
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("exact", exact)
            $0.field("index", index)
            $0.field("names", names)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
        }
    }
}
