extension WordTable {
    /// The most frequent words of a range that any passage has, at most `limit`: most passages first, of equally frequent
    /// ones the shortest, then in byte order.
    func mostFrequent(_ range: Range<Int>, limit: Int) -> [Int] {
        if limit <= 0 { return [] }
        var best: [Int] = []
        for index in range where passages[index] > 0 {
            if best.count == limit, !isMoreFrequent(index, than: best[limit - 1]) { continue }
            let place = best.firstIndex { isMoreFrequent(index, than: $0) } ?? best.count
            best.insert(index, at: place)
            if best.count > limit { best.removeLast() }
        }
        return best
    }

    /// How many of a word's plural and possessive the table has: of words with one stem, those that people write have
    /// most, and fragments such as `presid` none.
    func inflections(of index: Int) -> Int {
        ["s", "'s"].count { self.index(of: Array(self[index]) + $0.utf8) != nil }
    }

    private func isMoreFrequent(_ a: Int, than b: Int) -> Bool {
        if passages[a] != passages[b] { return passages[a] > passages[b] }
        return lengths[a] != lengths[b] ? lengths[a] < lengths[b] : a < b
    }
}
