extension CandidateTyper {
    /// The organization in `run`: up to its last word such as `Inc` or `Ministry`, and on over `of …`.
    func organization(_ run: Range<Int>) -> Name? {
        guard let key = run.last(where: isKey) else { return nil }
        var start = run.lowerBound
        while start < key, text.isOrdinary(start), words[start].opensSentence { start += 1 }
        guard words[key].traits.contains(.organizationHead) else {
            // `Duke Energy`, but not `Natural Gas`
            return start < key && !isVague(key - 1) ? Name(type: .organization, words: start..<key + 1) : nil
        }
        var end = key + 1
        // `Bank Leumi`
        if key == start, end < run.upperBound, !isVague(end) { end = run.upperBound }
        let complemented = extended(end, from: start)
        // `Foreign Affairs Committee`, but not `Central Bank` and `Public School`
        guard complemented > end || end - start > 2 || (start..<end).contains(where: { !isVague($0) }) else {
            return nil
        }
        guard complemented - start > 1, words[start].style == .prose || start < key else { return nil }
        return Name(type: .organization, words: start..<complemented)
    }

    /// True for a word that makes an organization and does not begin another name: `United` of `United States`.
    private func isKey(_ index: Int) -> Bool {
        !words[index].traits.isDisjoint(with: .organization) && (match(at: index)?.words.count ?? 1) == 1
    }

    /// True for a word that alone tells one organization or place from no other.
    func isVague(_ index: Int) -> Bool {
        text.isOrdinary(index) || !words[index].traits.isDisjoint(with: [.common, .organizationHead, .placeEnd])
    }

    /// `end` moved over `of Foreign Affairs`, `for the Blind`, `of Health and Human Services`.
    private func extended(_ end: Int, from start: Int) -> Int {
        var end = end
        var hasComplement = false
        while end < words.count, end - start < GazetteerBuilder.longestName, !words[end - 1].isPossessive {
            let word = words[end]
            var next = end
            if word.gap == .ampersand {
                guard word.isNameWord else { break }
            } else if word.gap == .space, Self.complements.contains(word.hash) {
                next += 1
                if next < words.count, words[next].hash == Self.the, text.joins(next) { next += 1 }
            } else if word.gap == .space, word.hash == Self.and, hasComplement {
                next += 1
                guard next < words.count, match(at: next) == nil else { break }
            } else {
                break
            }
            guard next < words.count, next == end || words[next].gap == .space, words[next].isNameWord else { break }
            let isKnown = match(at: next)
            if let isKnown, gazetteer.entries[Int(isKnown.entry)].kind == .title { break }
            var complementEnd = isKnown?.words.upperBound ?? next + 1
            let runEnd = run(from: next).upperBound
            while complementEnd < runEnd, match(at: complementEnd) == nil { complementEnd += 1 }
            if word.hash == Self.and, (next..<complementEnd).contains(where: isOrganizationWord) { break }
            end = complementEnd
            hasComplement = true
        }
        return end
    }

    private func isOrganizationWord(_ index: Int) -> Bool { words[index].traits.contains(.organizationHead) }

    private static let the = WordHash.hash(Array("the".utf8))
    private static let and = WordHash.hash(Array("and".utf8))
    private static let complements = ["of", "for", "on", "against"].map { WordHash.hash(Array($0.utf8)) }
}
