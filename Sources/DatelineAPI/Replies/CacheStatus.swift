/// How the cache of posting lists has served since the daemon started.
package struct CacheStatus: Codable, JSONWritable, Equatable, Sendable {
    /// Lists that were there.
    package var hits: Int
    /// Lists that had to be read.
    package var misses: Int
    /// What the lists take up now.
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
