import Synchronization

/// The ids of the articles that were read from each file of an ingest.
package final class ArticleIDs: Sendable {
    private let ids = Mutex<[String: Set<String>]>([:])

    package init() {}

    /// By the name under which a file was sent, in the order of their bytes.
    package var byName: [String: [String]] {
        ids.withLock { $0.mapValues { $0.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } } }
    }

    func add(_ found: [String], of name: String?) {
        ids.withLock { $0[name ?? "", default: []].formUnion(found) }
    }
}
