/// How one of the daemon's caches has served since it started.
package struct CacheStatus: Codable, JSONWritable, Equatable, Sendable {
    /// Look-ups that found something.
    package var hits: Int
    /// Look-ups that did not.
    package var misses: Int
    /// What the cache takes up now, about.
    package var bytes: Int

    package init(hits: Int, misses: Int, bytes: Int) {
        self.hits = hits
        self.misses = misses
        self.bytes = bytes
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("bytes", bytes)
            $0.field("hits", hits)
            $0.field("misses", misses)
        }
    }
}
