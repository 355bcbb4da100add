import Synchronization

/// Counts the requests that write, under way and waiting, and refuses more than there are places: what waits takes
/// memory, and a client that is refused can come again.
final class WritePlaces: Sendable {
    private let limit: Int
    private let refusal: String
    private let taken = Atomic(0)

    /// - Parameter refusal: what whoever finds no place is told.
    init(_ limit: Int, refusal: String) {
        self.limit = limit
        self.refusal = refusal
    }

    /// A place, which is given back with the last reference to it.
    /// - Throws: `busy` when all are taken.
    func take() throws(SearchIndexError) -> WritePlace {
        guard taken.add(1, ordering: .relaxed).newValue <= limit else {
            give()
            throw SearchIndexError(.busy, refusal, hint: "try again in a moment")
        }
        return WritePlace(of: self)
    }

    fileprivate func give() { taken.subtract(1, ordering: .relaxed) }
}

/// The right to write, for one request, however many commits it needs.
package final class WritePlace: Sendable {
    private let places: WritePlaces

    fileprivate init(of places: WritePlaces) { self.places = places }

    deinit { places.give() }
}
