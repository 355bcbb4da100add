extension WordTable {
    /// A word of the table and how many typing errors it lies away.
    struct Near: Equatable {
        var index: Int
        var distance: Int
    }

    /// The words at most `limit` typing errors from `word`, in byte order, itself included.
    /// - Throws: `SearchIndexError.interrupted` at the deadline.
    func near(_ word: [UInt8], limit: Int, until deadline: Deadline) throws(SearchIndexError) -> [Near] {
        let (length, letters) = LetterSet.shape(of: word[...])
        var distance = WordDistance(from: word, limit: limit)
        var near: [Near] = []
        var start = 0
        while start < count {
            try deadline.check()
            let end = min(start + Pace.stride, count)
            // Nearly all words end here, by two comparisons.
            let candidates = withShapes { lengths, sets in
                (start..<end).filter { index in
                    abs(Int(lengths[index]) - length) <= limit && sets[index].difference(from: letters) <= 2 * limit
                }
            }
            for index in candidates {
                if let found = distance.distance(to: self[index]) { near.append(Near(index: index, distance: found)) }
            }
            start = end
        }
        return near
    }
}
