/// How often the value with this number occurs. For dates the number is `YYYYMMDD`.
struct ValueCount: Equatable, Sendable {
    var id: UInt32
    var articles: Int
    var passages: Int

    /// The counts of two disjoint runs of articles, added up.
    /// - Throws: `SearchIndexError.interrupted`.
    static func merged(_ a: [ValueCount], _ b: [ValueCount], until deadline: Deadline) throws(SearchIndexError)
        -> [ValueCount]
    {
        var pace = Pace(deadline)
        if a.isEmpty || b.isEmpty { return a + b }
        var byID: [UInt32: ValueCount] = Dictionary(minimumCapacity: a.count + b.count)
        for count in a {
            try pace.step()
            byID[count.id] = count
        }
        for count in b {
            try pace.step()
            byID[count.id, default: ValueCount(id: count.id, articles: 0, passages: 0)].articles += count.articles
            byID[count.id, default: ValueCount(id: count.id, articles: 0, passages: 0)].passages += count.passages
        }
        return Array(byID.values)
    }
}
