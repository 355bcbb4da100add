/// How far a watch has come.
package struct WatchPosition: Hashable, Sendable {
    /// All that came up to this revision has been sent, or need not be.
    package var revision: UInt64
    /// Of what came after, all up to this docid; nil for nothing.
    package var docid: UInt32?

    package init(revision: UInt64, docid: UInt32? = nil) {
        self.revision = revision
        self.docid = docid
    }
}

/// Some of the passages that are new to a watch and match.
package struct WatchStep: Sendable {
    /// A passage with the revision that it came with, and the name of the standing query that it matches.
    package struct Found: Sendable {
        package var hit: SearchHit
        package var revision: UInt64
        package var query: String?
    }

    package var stamp: IndexStamp
    /// The query as it was understood.
    package var parsed: String
    /// In the order in which they came.
    package var found: [Found] = []
    /// Where the next step goes on.
    package var position: WatchPosition
    /// Whether nothing is left of what there is.
    package var isCaughtUp: Bool
}
