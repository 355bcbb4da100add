/// What a search found, to be held to later: what `dateline search --pin` writes.
package struct SearchManifest: Codable, Equatable, Sendable {
    /// A hit, in the order of the search.
    package struct PinnedHit: Codable, Equatable, Sendable {
        package var id: String
        package var score: Double

        package init(id: String, score: Double) {
            self.id = id
            self.score = score
        }
    }

    /// The version of the reply format.
    package var schema = DatelineAPI.schema
    /// The program's version that wrote it.
    package var program = Release.version
    /// The state of the index: `UUID@REVISION.CHANGES`.
    package var at: String
    /// Query and options, as the part of a URL after `?`.
    package var request: String
    /// The query as it was understood.
    package var parsed: String
    package var relaxed: Bool
    package var total: Totals
    package var hits: [PinnedHit]
    /// FNV-1a of 64 bits over the ids and scores of the hits, in hexadecimal.
    package var hash: String

    /// Of a reply to a request with `pin`; nil for any other.
    package init?(_ reply: SearchReply, to request: SearchRequest) {
        guard let at = reply.at else { return nil }
        self.at = at
        self.request = request.queryString
        parsed = reply.query.parsed
        relaxed = reply.relaxed
        total = reply.total
        hits = reply.hits.map { PinnedHit(id: $0.id, score: $0.score) }
        hash = Self.hash(hits)
    }

    /// The same as `hash` for these hits.
    package static func hash(_ hits: [PinnedHit]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for hit in hits {
            for byte in "\(hit.id)\t\(hit.score)\n".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
