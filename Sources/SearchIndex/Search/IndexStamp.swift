/// Which state of which index an answer comes from.
package struct IndexStamp: Equatable, Sendable {
    package var uuid: String
    package var revision: UInt64
    /// How often the corrections of names had changed.
    package var corrections: UInt64 = 0

    /// As a search can be held to it.
    package var state: PinnedState {
        PinnedState(uuid: uuid, SnapshotVersion(revision: revision, corrections: corrections))
    }
}
