/// The state of an index.
package struct IndexStatus: Sendable {
    package var stamp: IndexStamp
    package var articles: Int
    package var passages: Int
    /// Memory that the columns and the names of the facet values hold, mapped files included.
    package var columnBytes: Int
    package var columnOrigin: ColumnOrigin
    /// By what is cached: `postings`, `passages`.
    package var caches: [String: CacheStatistics]
    /// How many corrections of names are in force.
    package var corrections: Int
    /// How many threads search; each has a database handle of its own.
    package var readers: Int
}
