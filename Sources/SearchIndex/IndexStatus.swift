/// The state of an index.
package struct IndexStatus: Sendable {
    package var stamp: IndexStamp
    package var articles: Int
    package var passages: Int
    /// Memory that the columns hold.
    package var columnBytes: Int
}
