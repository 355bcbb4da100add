import Synchronization

/// Counts the requests that write, under way and waiting, and refuses more than there are places: what waits takes
/// memory, and a client that is refused can come again.
final class WritePlaces: Sendable {
    private let limit: Int
    private let refusal: String
    private let taken = Atomic(0)
    /// Whether one request alone has all places.
    private let isClosed = Atomic(false)

    /// - Parameter refusal: what whoever finds no place is told.
    init(_ limit: Int, refusal: String) {
        self.limit = limit
        self.refusal = refusal
    }

    /// A place, which is given back with the last reference to it.
    /// - Throws: `busy` when all are taken.
    func take() throws(SearchIndexError) -> WritePlace {
        try refuseWhenClosed()
        guard taken.add(1, ordering: .sequentiallyConsistent).newValue <= limit else {
            give()
            throw SearchIndexError(.busy, refusal, hint: "try again in a moment")
        }
        let place = WritePlace(of: self)
        // Somebody may have asked for all between the two looks.
        try refuseWhenClosed()
        return place
    }

    /// All places, when whoever has one has given it back; nobody else gets one meanwhile.
    /// - Throws: `busy` when that takes longer than `patience`, or somebody else has asked for all.
    func takeAll(within patience: Duration) async throws(SearchIndexError) -> WriteLock {
        let (isOurs, _) = isClosed.compareExchange(expected: false, desired: true, ordering: .sequentiallyConsistent)
        guard isOurs else { throw SearchIndexError(.busy, "the index is being made anew already") }
        let lock = WriteLock(of: self)
        let start = ContinuousClock.now
        while taken.load(ordering: .sequentiallyConsistent) > 0 {
            guard start.duration(to: .now) < patience else {
                throw SearchIndexError(.busy, "others are writing", hint: "try again when they are done")
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return lock
    }

    private func refuseWhenClosed() throws(SearchIndexError) {
        if isClosed.load(ordering: .sequentiallyConsistent) {
            throw SearchIndexError(.busy, "the index is being made anew", hint: "try again when that is done")
        }
    }

    fileprivate func reopen() { isClosed.store(false, ordering: .sequentiallyConsistent) }

    fileprivate func give() { taken.subtract(1, ordering: .sequentiallyConsistent) }
}

/// The right to write, for one request, however many commits it needs.
package final class WritePlace: Sendable {
    private let places: WritePlaces

    fileprivate init(of places: WritePlaces) { self.places = places }

    deinit { places.give() }
}

/// The right to be the only one who writes.
final class WriteLock: Sendable {
    private let places: WritePlaces

    fileprivate init(of places: WritePlaces) { self.places = places }

    deinit { places.reopen() }
}
