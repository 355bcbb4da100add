internal import CXapian

/// How the matcher weighs a match.
package enum Weighting: Equatable, Sendable {
    /// Every weight is 0.
    case boolean
    /// Xapian's BM25 (https://xapian.org/docs/bm25.html). It takes a negative parameter for 0 and a `b` above 1 for 1.
    case bm25(k1: Double = 1, k2: Double = 0, k3: Double = 1, b: Double = 0.5, minimumNormalizedLength: Double = 0.5)

    var scheme: cxapian_weighting {
        switch self {
        case .boolean:
            cxapian_weighting()
        case .bm25(let k1, let k2, let k3, let b, let minimum):
            cxapian_weighting(bm25: true, k1: k1, k2: k2, k3: k3, b: b, min_normlen: minimum)
        }
    }
}
