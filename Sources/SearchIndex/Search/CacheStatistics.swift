/// How the cache of posting lists has served since the index was opened.
package struct CacheStatistics: Equatable, Sendable {
    /// Lists that were there, and lists that had to be read.
    package var hits: Int
    package var misses: Int
    /// Memory that the lists hold now.
    package var bytes: Int
}
