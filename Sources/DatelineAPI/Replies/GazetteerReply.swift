/// The reply to `PUT /v1/entities/gazetteers/{name}`: the gazetteer is kept, and used from the next article on.
package struct GazetteerReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// What is kept.
    package var gazetteer: GazetteerDetail
    /// What the file was: `tsv` or `geonames`.
    package var format: String
    /// Rows of a dump that were not taken: too small, of other classes, or there already.
    package var leftOut: Int
    /// Whether it took the place of one of its name.
    package var replaced: Bool

    package init(
        index: IndexStamp, tookMs: Double, gazetteer: GazetteerDetail, format: String, leftOut: Int, replaced: Bool
    ) {
        self.index = index
        self.tookMs = tookMs
        self.gazetteer = gazetteer
        self.format = format
        self.leftOut = leftOut
        self.replaced = replaced
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, gazetteer, format, replaced
        case tookMs = "took_ms"
        case leftOut = "left_out"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("format", format)
            $0.field("gazetteer", gazetteer)
            $0.field("index", index)
            $0.field("left_out", leftOut)
            $0.field("replaced", replaced)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
        }
    }
}
