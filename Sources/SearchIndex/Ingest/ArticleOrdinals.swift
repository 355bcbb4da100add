import Synchronization

/// Numbers articles, for the writer and the analysis threads alike: no number is given out twice. Gaps are harmless.
final class ArticleOrdinals: Sendable {
    private let next: Atomic<UInt32>

    init(next: UInt32) { self.next = Atomic(next) }

    /// The number of one more article.
    func take() -> UInt32 { next.add(1, ordering: .relaxed).oldValue }

    /// A number above all that were given out: what a commit stores.
    var upperBound: UInt32 { next.load(ordering: .relaxed) }
}
