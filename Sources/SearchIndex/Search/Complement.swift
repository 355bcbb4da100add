/// A way to count facets over nearly all passages without going through them: the counts of the whole index, less those
/// of the articles that do not match as a whole, plus those of such articles' passages that match.
///
/// It is exact, for articles too, because an article is either counted as a whole or passage by passage.
struct Complement {
    /// All passages of the articles that have a passage that does not match.
    let touched: DenseBits

    /// Worth it when it leaves no more than this share of the passages to be counted, and that twice.
    private static let share = 4

    /// - Returns: nil when too many articles would have to be counted, or the deadline has passed.
    init?(of node: MatchNode, _ snapshot: Snapshot, until deadline: Deadline) {
        let most = snapshot.passageCount / Self.share
        // To begin with, most passages must match.
        guard node.bound >= snapshot.passageCount - most, let live = try? snapshot.derived.live(until: deadline) else {
            return nil
        }
        let last = Int(snapshot.columns.lastDocid)
        let isEverything = if case .bits(let bits) = node { bits === live } else { false }
        let touched = snapshot.columns.article.withElements { articles in
            DenseBits(limit: last + 1) { touched in
                if isEverything { return true }
                var count = 0
                let others = MatchNode.minus(.bits(live), node)
                let isDone: Void? = try? others.forEachDocid(through: UInt32(last), until: deadline) { docid in
                    let docid = Int(docid)
                    if touched[docid / 64] & 1 << UInt64(docid % 64) != 0 { return true }
                    var first = docid
                    while first > 1, articles[first - 1] == articles[docid] { first -= 1 }
                    var next = first
                    while next <= last, articles[next] == articles[docid] {
                        if live.contains(next) { touched[next / 64] |= 1 << UInt64(next % 64) }
                        next += 1
                        count += 1
                    }
                    return count <= most
                }
                return isDone != nil && count <= most
            }
        }
        guard let touched else { return nil }
        self.touched = touched
    }

    /// The counts over the node, from those of the whole index, of the touched articles, and of what of these matches.
    static func counts(
        whole: [ValueCount], touched: [ValueCount], matching: [ValueCount], until deadline: Deadline
    ) throws(SearchIndexError) -> [ValueCount] {
        let less = touched.map { ValueCount(id: $0.id, articles: -$0.articles, passages: -$0.passages) }
        let rest = try ValueCount.merged(whole, less, until: deadline)
        return try ValueCount.merged(rest, matching, until: deadline).filter { $0.passages > 0 }
    }
}
