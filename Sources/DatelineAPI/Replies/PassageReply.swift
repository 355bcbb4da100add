/// The reply to `GET /v1/passages/{id}`.
package struct PassageReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// The passage.
    package var passage: PassageDetail
    /// The article.
    package var article: ArticleSummary

    package init(index: IndexStamp, tookMs: Double, passage: PassageDetail, article: ArticleSummary) {
        self.index = index
        self.tookMs = tookMs
        self.passage = passage
        self.article = article
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, passage, article
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("article", article)
            $0.field("index", index)
            $0.field("passage", passage)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
        }
    }
}
