/// Which state of an index a snapshot has: what was written, and which corrections hold. Later states compare greater.
///
/// Printed, it is the revision, followed by a dot and the number of changes to the corrections if there was one.
struct SnapshotVersion: Hashable, Comparable, LosslessStringConvertible {
    var revision: UInt64
    /// How often the list of corrections was changed.
    var corrections: UInt64 = 0

    init(revision: UInt64, corrections: UInt64 = 0) {
        self.revision = revision
        self.corrections = corrections
    }

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let revision = UInt64(parts[0]) else { return nil }
        self.init(revision: revision)
        if parts.count == 2 {
            guard let changes = UInt64(parts[1]) else { return nil }
            corrections = changes
        }
    }

    var description: String { corrections == 0 ? "\(revision)" : "\(revision).\(corrections)" }

    static func < (a: SnapshotVersion, b: SnapshotVersion) -> Bool {
        (a.revision, a.corrections) < (b.revision, b.corrections)
    }
}

extension SnapshotVersion: ExpressibleByIntegerLiteral {
    init(integerLiteral revision: UInt64) { self.init(revision: revision) }
}
