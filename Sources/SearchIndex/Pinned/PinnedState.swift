/// The state of an index that a search must find: printed `UUID@REVISION.CHANGES`, where changes are those of the
/// corrections of names. Whoever writes one may leave out the UUID, or the changes: then any will do.
package struct PinnedState: Equatable, Sendable, LosslessStringConvertible {
    package var uuid: String?
    package var revision: UInt64
    package var corrections: UInt64?

    init(uuid: String, _ version: SnapshotVersion) {
        self.uuid = uuid
        revision = version.revision
        corrections = version.corrections
    }

    package init?(_ text: String) {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count), let last = halves.last else { return nil }
        if halves.count == 2 { uuid = String(halves[0]) }
        let numbers = last.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(numbers.count), let revision = UInt64(numbers[0]) else { return nil }
        self.revision = revision
        if numbers.count == 2 {
            guard let changes = UInt64(numbers[1]) else { return nil }
            corrections = changes
        }
    }

    package var description: String {
        (uuid.map { $0 + "@" } ?? "") + "\(revision)" + (corrections.map { ".\($0)" } ?? "")
    }

    /// - Throws: `stale`, with what has changed, when the index is in another state.
    func check(_ snapshot: Snapshot, uuid: String, _ log: RevisionLog) throws(SearchIndexError) {
        if let wanted = self.uuid, wanted != uuid {
            throw SearchIndexError(.stale, "this is another index", hint: "its UUID is \(uuid)")
        }
        guard snapshot.revision == revision else {
            let here = "the index is at revision \(snapshot.revision), not \(revision)"
            let since = revision < snapshot.revision ? (try? log.summary(after: revision, snapshot)) : nil
            throw SearchIndexError(
                .stale, since.map { "\(here): \($0)" } ?? here,
                hint: "old revisions are not kept; restore a backup of that time, or search as it is now")
        }
        guard corrections ?? snapshot.version.corrections == snapshot.version.corrections else {
            throw SearchIndexError(
                .stale, "corrections of names have changed since",
                hint: "dateline entities corrections lists those in force")
        }
    }
}

extension RevisionLog {
    /// What came in after a revision, in words.
    /// - Throws: `stale` when that is not known.
    func summary(after revision: UInt64, _ snapshot: Snapshot) throws(SearchIndexError) -> String {
        let passages = try passages(after: revision, through: snapshot.revision).map {
            snapshot.passages(in: $0).count
        }
        let count = passages ?? 0
        return "since then \(count) \(count == 1 ? "passage" : "passages") came in"
    }
}
