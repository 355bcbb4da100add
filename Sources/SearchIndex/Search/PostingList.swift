/// A decoded posting list: the passages that hold a term, ascending, and how often each does.
struct PostingList: Sendable {
    var docids: [UInt32] = []
    var wdfs: [UInt32] = []

    var count: Int { docids.count }

    /// The postings whose docids are in `set`.
    func filtered(by set: PassageSet) -> PostingList {
        var kept = PostingList()
        for (index, docid) in docids.enumerated() where set.contains(docid) {
            kept.docids.append(docid)
            kept.wdfs.append(wdfs[index])
        }
        return kept
    }

    /// One list for several terms taken as one: wdfs of a passage added up.
    static func merged(_ lists: [PostingList]) -> PostingList {
        if lists.count == 1 { return lists[0] }
        var pairs: [(docid: UInt32, wdf: UInt32)] = []
        for list in lists { pairs.append(contentsOf: zip(list.docids, list.wdfs).map { ($0, $1) }) }
        pairs.sort { $0.docid < $1.docid }
        var merged = PostingList()
        for pair in pairs {
            if merged.docids.last == pair.docid {
                merged.wdfs[merged.count - 1] &+= pair.wdf
            } else {
                merged.docids.append(pair.docid)
                merged.wdfs.append(pair.wdf)
            }
        }
        return merged
    }
}
