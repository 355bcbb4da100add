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

    package init(index: IndexStamp, tookMs: Double, corrections: [CorrectionReply], total: Int) {
        self.index = index
        self.tookMs = tookMs
        self.corrections = corrections
        self.total = total
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, corrections, total
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("corrections", corrections)
            $0.field("index", index)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
            $0.field("total", total)
        }
    }
}
