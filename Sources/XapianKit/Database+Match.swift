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
    /// - Throws: what reading throws.
    package final func matchingDocids(_ query: XapianQuery) throws(XapianError) -> [UInt32] {
        var docids: UnsafePointer<UInt32>?
        var count = 0
        try Shim.call { cxapian_match_docids(handle, query.handle, &docids, &count, $0) }
        return [UInt32](UnsafeBufferPointer(start: docids, count: count))
    }
}
