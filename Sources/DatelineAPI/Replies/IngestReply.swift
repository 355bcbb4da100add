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
    /// Articles that were accepted with something missing, up to the daemon's limit.
    package var warnings: [IngestError]
    /// How many more warnings there were.
    package var warningsOmitted: Int
    /// When nothing was accepted: the first error, where every reply of a failed request has it.
    package var error: ErrorDetail?
    /// When `ids` was asked for: the ids of the articles that could be read, by the name of their file.
    package var articles: [String: [String]]?

    package init(
        index: IndexStamp, tookMs: Double, received: Int, added: Int, replaced: Int, unchanged: Int, passages: Int,
        errors: [IngestError] = [], errorsOmitted: Int = 0, warnings: [IngestError] = [], warningsOmitted: Int = 0,
        error: ErrorDetail? = nil, articles: [String: [String]]? = nil
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
        self.warnings = warnings
        self.warningsOmitted = warningsOmitted
        self.error = error
        self.articles = articles
    }

    private enum CodingKeys: String, CodingKey {
        case schema, index, received, added, replaced, unchanged, passages, errors, warnings, error, articles
        case tookMs = "took_ms"
        case errorsOmitted = "errors_omitted"
        case warningsOmitted = "warnings_omitted"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("added", added)
            $0.field("articles", ifPresent: articles)
            $0.field("error", ifPresent: error)
            $0.field("errors", errors)
            $0.field("errors_omitted", errorsOmitted)
            $0.field("index", index)
            $0.field("passages", passages)
            $0.field("received", received)
            $0.field("replaced", replaced)
            $0.field("schema", schema)
            $0.field("took_ms", tookMs)
            $0.field("unchanged", unchanged)
            $0.field("warnings", warnings)
            $0.field("warnings_omitted", warningsOmitted)
        }
    }
}
