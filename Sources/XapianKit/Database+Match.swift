internal import CXapian

extension Database {
    /// Ranks the documents that match: by descending weight, then ascending docid.
    ///
    /// - Parameters:
    ///   - first: how many of the best to leave out.
    ///   - limit: how many to return at most.
    ///   - checkAtLeast: how many matches to look at even if they cannot rank; the bounds are exact from the document
    ///     count on.
    /// - Throws: what reading throws.
    package final func match(
        _ query: XapianQuery, weighting: Weighting, first: Int = 0, limit: Int, checkAtLeast: Int = 0
    ) throws(XapianError) -> MatchResult {
        // More than there are documents would only make the arrays larger.
        let capacity = min(max(limit, 0), Int(try statistics().documentCount))
        var docids = [UInt32](repeating: 0, count: capacity)
        var weights = [Double](repeating: 0, count: capacity)
        var count = 0
        var bounds = cxapian_bounds()
        var scheme = weighting.scheme
        try Shim.call {
            cxapian_match(
                handle, query.handle, &scheme, UInt32(clamping: first), UInt32(clamping: capacity),
                UInt32(clamping: checkAtLeast), &docids, &weights, &count, &bounds, $0)
        }
        docids.removeLast(capacity - count)
        weights.removeLast(capacity - count)
        return MatchResult(
            docids: docids, weights: weights, lowerBound: bounds.lower, estimated: bounds.estimated,
            upperBound: bounds.upper)
    }

    /// Every document that matches, ascending.
    /// - Parameters: the match is given up when `stop` is raised, or after `limit`.
    /// - Throws: what reading throws; `.interrupted`.
    package final func matchingDocids(_ query: XapianQuery, stop: StopFlag = StopFlag(), limit: Duration? = nil)
        throws(XapianError) -> [UInt32]
    {
        var docids: UnsafePointer<UInt32>?
        var count = 0
        let nanoseconds = limit.map { Int64(clamping: max($0.nanoseconds, 0)) } ?? -1
        try Shim.call { error in
            stop.withAddress { flag in
                var stop = cxapian_stop(flag: flag, nanoseconds: nanoseconds)
                return cxapian_match_docids(handle, query.handle, &stop, &docids, &count, error)
            }
        }
        return [UInt32](UnsafeBufferPointer(start: docids, count: count))
    }
}

extension Duration {
    /// In whole nanoseconds.
    fileprivate var nanoseconds: Int128 {
        Int128(components.seconds) * 1_000_000_000 + Int128(components.attoseconds / 1_000_000_000)
    }
}
