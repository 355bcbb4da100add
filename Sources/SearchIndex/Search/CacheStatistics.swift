/// How a cache has served since the index was opened.
package struct CacheStatistics: Equatable, Sendable {
    /// Look-ups that found something, and those that did not.
    package var hits: Int
    package var misses: Int
    /// Memory that the cache holds now, about.
    package var bytes: Int
}
