import DatelineAPI

/// The reply to an ingest; when nothing was accepted it carries the first error as the protocol's `error` too.
struct FailableIngestReply: Encodable {
    let reply: IngestReply
    let failed: Bool

    private enum CodingKeys: String, CodingKey { case error }

    func encode(to encoder: any Encoder) throws {
        try reply.encode(to: encoder)
        guard failed, let first = reply.errors.first else { return }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(ErrorDetail(code: first.code, message: first.message, hint: first.hint), forKey: .error)
    }
}
