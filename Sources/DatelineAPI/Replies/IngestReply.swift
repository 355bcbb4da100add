/// The reply to `POST /v1/articles`. What it counts as added or replaced is on disk and visible.
package struct IngestReply: Reply {
    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The index and the revision that answered.
    package var index: IndexStamp
    /// How long the daemon took, in milliseconds.
    package var tookMs: Double
    /// Articles in the request, accepted or not.
    package var received: Int
    /// Articles that were new.
    package var added: Int
    /// Articles that were there with other content.
    package var replaced: Int
    /// Already there with the same content.
    package var unchanged: Int
    /// Passages written.
    package var passages: Int
    /// The articles that were not accepted, up to the daemon's limit.
    package var errors: [IngestError]
    /// How many more errors there were.
    package var errorsOmitted: Int

    package init(
        index: IndexStamp, tookMs: Double, received: Int, added: Int, replaced: Int, unchanged: Int, passages: Int,
        errors: [IngestError] = [], errorsOmitted: Int = 0
    ) {
        self.index = index
        self.tookMs = tookMs
        self.received = received
        self.added = added
        self.replaced = replaced
        self.unchanged = unchanged
        self.passages = passages
        self.errors = errors
        self.errorsOmitted = errorsOmitted
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, received, added, replaced, unchanged, passages, errors
        case tookMs = "took_ms"
        case errorsOmitted = "errors_omitted"
    }
}
