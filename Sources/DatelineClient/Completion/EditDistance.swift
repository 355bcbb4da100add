/// What was probably meant by a word that was mistyped.
package enum EditDistance {
    /// The nearest of some words: one that begins so, or one at most two typing errors away, a third of a short word.
    package static func nearest(to word: String, in known: [String]) -> String? {
        let lowered = word.lowercased()
        if lowered.utf8.count > 2, let longer = known.first(where: { $0.hasPrefix(lowered) }) { return longer }
        let ranked = known.map { (word: $0, errors: between(Array(lowered.utf8), Array($0.utf8))) }
        guard let best = ranked.min(by: { $0.errors < $1.errors }) else { return nil }
        return best.errors <= min(2, max(1, lowered.utf8.count / 3)) ? best.word : nil
    }

    /// The least number of bytes to insert, delete, replace, or exchange with the next that makes `a` into `b`.
    static func between(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var before: [Int] = []
        var row = Array(0...b.count)
        for i in a.indices {
            var next = [i + 1]
            for j in b.indices {
                var errors = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { errors = min(errors, before[j - 1] + 1) }
                next.append(errors)
            }
            before = row
            row = next
        }
        return row[b.count]
    }
}
