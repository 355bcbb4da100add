/// The reply to all requests to `/v1/entities/corrections`.
package struct CorrectionsReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// Those in force; after a change, those that were added or taken back.
    package var corrections: [CorrectionReply]
    /// How many are in force.
    package var total: Int
    /// Of those that were added, the names to correct that no article has had so far: perhaps mistyped.
    package var unknown: [String]

    package init(
        index: IndexStamp, tookMs: Double, corrections: [CorrectionReply], total: Int, unknown: [String] = []
    ) {
        self.index = index
        self.tookMs = tookMs
        self.corrections = corrections
        self.total = total
        self.unknown = unknown
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, corrections, total, unknown
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("corrections", corrections)
            $0.field("index", index)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
            $0.field("total", total)
            $0.field("unknown", unknown)
        }
    }
}
