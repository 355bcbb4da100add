extension CandidateTyper {
    /// The place in `run`, by a word such as `River` behind a name or `Lake` before one.
    func place(_ run: Range<Int>, titled: Bool) -> Name? {
        guard !titled, run.count > 1 else { return nil }
        let start = run.lowerBound
        if words[start].traits.contains(.placeHead), words[start + 1].gap == .space {
            let end =
                (start + 1..<min(run.upperBound, start + 3)).first { isVague($0) || match(at: $0) != nil } ?? start + 2
            if end > start + 1, end <= run.upperBound { return Name(type: .place, words: start..<end) }
        }
        guard let key = run.last(where: { words[$0].traits.contains(.placeEnd) }), key > start, key - start <= 3 else {
            return nil
        }
        // `Main Street` and `Southern Border` name no place that an index could tell from others, and
        // `Cowboy Hall Inductees` is none.
        guard (start..<key).contains(where: { !isVague($0) }), key + 1 == run.upperBound || text.isOrdinary(key + 1),
            !text.isOrdinary(start) || !words[start].opensSentence
        else { return nil }
        return Name(type: .place, words: start..<key + 1)
    }
}
