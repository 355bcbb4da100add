/// The reply to `GET /v1/fields`.
package struct FieldsReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// The fields, in the order of the schema.
    package var fields: [FieldDescription]

    package init(index: IndexStamp, tookMs: Double, fields: [FieldDescription]) {
        self.index = index
        self.tookMs = tookMs
        self.fields = fields
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, fields
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("fields", fields)
            $0.field("index", index)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
        }
    }
}
