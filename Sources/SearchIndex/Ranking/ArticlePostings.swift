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

    /// The index of the first article that does not begin below `docid`: binary search.
    func index(notBelow docid: Int) -> Int {
        docids.withUnsafeBufferPointer { docids in
            var low = 0
            var high = docids.count
            while low < high {
                let middle = (low &+ high) >> 1
                if Int(docids[middle]) < docid { low = middle &+ 1 } else { high = middle }
            }
            return low
        }
    }

    /// The same, at or above `index`: in strides that double, then by binary search.
    func index(notBelow docid: Int, from index: Int) -> Int {
        docids.withUnsafeBufferPointer { docids in
            var low = index
            var stride = 1
            while low &+ stride < docids.count, Int(docids[low &+ stride]) < docid {
                low &+= stride
                stride &*= 2
            }
            var high = min(low &+ stride, docids.count)
            while low < high {
                let middle = (low &+ high) >> 1
                if Int(docids[middle]) < docid { low = middle &+ 1 } else { high = middle }
            }
            return low
        }
    }

    /// The indices of the articles that begin in window `number`.
    func indices(inWindow number: Int) -> Range<Int> {
        index(notBelow: number * Window.size)..<index(notBelow: (number + 1) * Window.size)
    }

    /// The share of the article that begins at `docid`, 0 where it does not hold the term.
    func share(ofArticleAt docid: UInt32) -> Float {
        let index = index(notBelow: Int(docid))
        return index < count && docids[index] == docid ? shares[index] : 0
    }
}
