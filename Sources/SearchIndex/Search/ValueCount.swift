/// How often the value with this number occurs. For dates the number is `YYYYMMDD`.
struct ValueCount: Equatable, Sendable {
    var id: UInt32
    var articles: Int
    var passages: Int
    /// Nil unless stories were asked for.
    var stories: Int?

    /// The counts of two disjoint runs of articles, added up.
    /// - Throws: `SearchIndexError.interrupted`.
    static func merged(_ a: [ValueCount], _ b: [ValueCount], until deadline: Deadline) throws(SearchIndexError)
        -> [ValueCount]
    {
        var pace = Pace(deadline)
        if a.isEmpty || b.isEmpty { return a + b }
        var merged = a
        // Where each value stands in `a`. Most numbers are small, those of dates apart; then a table beats hashing.
        let highest = Int(a.reduce(0) { max($0, $1.id) })
        if highest < max(1 << 16, 8 * a.count) {
            var places = [Int32](repeating: -1, count: highest + 1)
            for (place, count) in a.enumerated() { places[Int(count.id)] = Int32(place) }
            for count in b {
                try pace.step()
                merged.add(count, at: Int(count.id) <= highest ? Int(places[Int(count.id)]) : -1)
            }
        } else {
            let places = Dictionary(uniqueKeysWithValues: a.enumerated().map { ($1.id, $0) })
            for count in b {
                try pace.step()
                merged.add(count, at: places[count.id] ?? -1)
            }
        }
        return merged
    }
}

extension [ValueCount] {
    /// Adds a count to the one at `place`, or at the end when that is -1.
    fileprivate mutating func add(_ count: ValueCount, at place: Int) {
        guard place >= 0 else { return append(count) }
        self[place].articles += count.articles
        self[place].passages += count.passages
    }
}
