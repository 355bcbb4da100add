import Synchronization

/// Makes a deadline pass at its n-th look, for good: tests stop a query at each of the places where it looks.
final class LookLimit: Sendable {
    private let limit: Int
    private let looks = Atomic(0)

    init(_ limit: Int) { self.limit = limit }

    /// How often the deadline was looked at.
    var count: Int { looks.load(ordering: .relaxed) }

    func isReached() -> Bool { looks.add(1, ordering: .relaxed).newValue >= limit }
}
