/// A line of a watch for a passage that matches: the fields of a hit, and what the watch knows of it.
package struct WatchHit: Codable, JSONWritable, Equatable, Sendable {
    /// The passage.
    package var hit: Hit
    /// The revision that it came with.
    package var revision: Int
    /// The name of the standing query that it matches; nil for a query of the request's own.
    package var query: String?

    package init(hit: Hit, revision: Int, query: String? = nil) {
        self.hit = hit
        self.revision = revision
        self.query = query
    }

    private enum CodingKeys: String, CodingKey { case revision, query }

    package init(from decoder: any Decoder) throws {
        hit = try Hit(from: decoder)
        let own = try decoder.container(keyedBy: CodingKeys.self)
        revision = try own.decode(Int.self, forKey: .revision)
        query = try own.decodeIfPresent(String.self, forKey: .query)
    }

    package func encode(to encoder: any Encoder) throws {
        try hit.encode(to: encoder)
        var own = encoder.container(keyedBy: CodingKeys.self)
        try own.encode(revision, forKey: .revision)
        try own.encodeIfPresent(query, forKey: .query)
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("article", hit.article)
            $0.field("bytes", hit.bytes)
            $0.field("copies", ifPresent: hit.copies)
            $0.field("entities", hit.entities)
            $0.field("highlights", hit.highlights)
            $0.field("id", hit.id)
            $0.field("query", ifPresent: query)
            $0.field("revision", revision)
            $0.field("score", hit.score)
            $0.field("text", hit.text)
        }
    }
}
