/// The reply to `GET /v1/articles/{id}`.
package struct ArticleReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// The article.
    package var article: ArticleDetail

    package init(index: IndexStamp, tookMs: Double, article: ArticleDetail) {
        self.index = index
        self.tookMs = tookMs
        self.article = article
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, article
        case tookMs = "took_ms"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("article", article)
            $0.field("index", index)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
        }
    }
}
