/// The articles that hold a term, and the share of the term's weight that each earns. Immutable.
///
/// An article stands under the docid of its first passage.
final class ArticlePostings: Sendable {
    let docids: [UInt32]
    let shares: [Float]

    init(docids: [UInt32], shares: [Float]) {
        precondition(docids.count == shares.count)
        self.docids = docids
        self.shares = shares
    }

    var count: Int { docids.count }

    /// Bytes of memory held.
    var byteCount: Int { count * 8 }

    /// The index, at or above `index`, of the first article that does not begin below `docid`.
    func index(notBelow docid: Int, from index: Int = 0) -> Int {
        docids.withUnsafeBufferPointer { docids in
            guard let base = docids.baseAddress else { return 0 }
            return Galloping.index(notBelow: UInt32(clamping: docid), from: index, in: base, count: docids.count)
        }
    }

    /// The indices of the articles that begin in window `number`.
    func indices(inWindow number: Int) -> Range<Int> {
        let lower = index(notBelow: number * Window.size)
        return lower..<index(notBelow: (number + 1) * Window.size, from: lower)
    }

    /// The share of the article that begins at `docid`, 0 where it does not hold the term.
    func share(ofArticleAt docid: UInt32) -> Float {
        let index = index(notBelow: Int(docid))
        return index < count && docids[index] == docid ? shares[index] : 0
    }
}
