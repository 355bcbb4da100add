extension CandidateTyper {
    /// The words at the front of `run` that are a person's name, nil when nothing says that they are.
    func person(_ run: Range<Int>, title: Range<Int>?) -> Range<Int>? {
        let name = run.lowerBound..<nameEnd(run)
        guard let first = name.first.map({ words[$0] }), first.range.count > 1 || first.shape == .initials else {
            return nil
        }
        let isPerson =
            if name.count > 1 {
                title.map { !isOrdinaryTitle($0) } ?? false || isGivenName(first) || looksLikePerson(name)
            } else {
                title.map { isTitled(name.lowerBound, $0) } ?? false
            }
        return isPerson ? name.lowerBound..<includingSuffix(name) : nil
    }

    /// `Hope` and `Grace` are given names inside a sentence only.
    private func isGivenName(_ word: Word) -> Bool {
        word.traits.contains(.givenName) && !(word.opensSentence && word.traits.contains(.common))
    }

    /// True when `title` makes a person of the single word `index`: `Chancellor Merz`, but not `General Provisions` and
    /// `captain Beefheart`, unless the word is known as a person's.
    private func isTitled(_ index: Int, _ title: Range<Int>) -> Bool {
        let word = words[index]
        if !word.traits.isDisjoint(with: [.givenName, .surname]) { return true }
        guard words[title.lowerBound].shape != .lower, !isOrdinaryTitle(title) else { return false }
        return word.shape != .initials && !isVague(index) && !text.hasLowercased(word.hash)
            && word.traits.isDisjoint(with: [.organizationEnd, .placeHead, .connector, .preposition])
    }

    /// True for a title that is an ordinary word, too: `Major` and `General`.
    private func isOrdinaryTitle(_ title: Range<Int>) -> Bool {
        title.allSatisfy { words[$0].shape != .lower && words[$0].traits.contains(.common) }
    }

    /// `end` of `name`, moved behind a `Jr.` or `III`.
    func includingSuffix(_ name: Range<Int>) -> Int {
        let next = name.upperBound
        guard next < words.count, words[next].traits.contains(.suffix), words[next].shape.isCapital,
            words[next].gap == .space || words[next].gap == .comma, !words[next - 1].isPossessive
        else { return next }
        return next + 1
    }

    /// Where the name of a person that begins `run` ends: before an ordinary word or a longer known name, and early in
    /// headlines, where all words have capitals.
    private func nameEnd(_ run: Range<Int>) -> Int {
        let longest = words[run.lowerBound].style == .prose ? 5 : 2
        var end = run.lowerBound
        var parts = 0
        while end < run.upperBound, parts < longest {
            let word = words[end]
            guard !text.isOrdinary(end), !word.traits.contains(.suffix) else { break }
            if end > run.lowerBound, let match = match(at: end), endsName(match) { break }
            end += 1
            if word.shape != .initials && !word.traits.contains(.particle) && word.gap != .hyphen { parts += 1 }
        }
        while end > run.lowerBound, words[end - 1].shape == .lower { end -= 1 }
        return end
    }

    /// True for a known name that is no part of a person's: a longer one, a nationality, a title (but `Stephen King`).
    private func endsName(_ match: GazetteerMatch) -> Bool {
        if match.words.count > 1 { return true }
        let isName = !words[match.words.lowerBound].traits.isDisjoint(with: [.givenName, .surname])
        switch gazetteer.entries[Int(match.entry)].kind {
        case .demonym, .title: return !isName
        case .entity(.organization): return true
        case .entity, .nothing: return false
        }
    }

    /// Signs of a person in a name of two words or more that begins with no known given name.
    private func looksLikePerson(_ name: Range<Int>) -> Bool {
        let first = words[name.lowerBound]
        let last = words[name.upperBound - 1]
        guard last.shape != .initials else { return false }
        // `J. Edgar Hoover`, `Aryeh B. Lightstone`, but not the `B. Positions` of a list
        let isItem = first.shape == .initials && first.opensSentence && name.count == 2
        if !isItem, name.dropLast().contains(where: { words[$0].shape == .initials && words[$0].range.count <= 3 }) {
            return true
        }
        guard first.style == .prose, !first.traits.contains(.stop), words[name.lowerBound + 1].gap == .space else {
            return false
        }
        // `Zyx Garcia`, but not `Lexington Green` and `Lion King`
        if last.traits.contains(.surname), !last.traits.contains(.common), match(at: name.upperBound - 1) == nil {
            return true
        }
        let next = name.upperBound
        guard next < words.count, name.count <= 3 else { return false }
        return words[next].traits.contains(.speech) && words[next].shape == .lower
            && (words[next].gap == .space || words[next].gap == .comma)
    }
}
