/// Tells the type of capitalized words by what they are made of and what stands beside them; nil rather than a guess.
struct CandidateTyper {
    struct Name {
        var type: EntityType
        var words: Range<Int>
    }

    let text: AnnotatedText
    let gazetteer: Gazetteer

    var words: [Word] { text.words }

    /// The type of the unknown words `run`, perhaps of fewer or (`University of Baku`) more words than it has.
    /// `title`: the words right before it, when they are a title.
    func typed(_ run: Range<Int>, title: Range<Int>?) -> Name? {
        if let name = organization(run) ?? place(run, titled: title != nil) { return name }
        if let words = person(run, title: title) { return Name(type: .person, words: words) }
        if isBeforeKnownPlace(run) { return Name(type: .place, words: run) }
        return nil
    }

    /// The longer name that `match`, at the front of `run`, is only a part of; nil when it stands for itself.
    func longer(than match: GazetteerMatch, in run: Range<Int>, title: Range<Int>?) -> Name? {
        let end = match.words.upperBound
        guard end < run.upperBound else {
            if isPerson(match) { return withSuffix(match.words) }
            // `President Lincoln` is nobody's city.
            guard isPlaceEntry(match), run.count == 1, let title, words[title.lowerBound].shape != .lower,
                !words[run.lowerBound].traits.isDisjoint(with: [.givenName, .surname])
            else { return nil }
            return Name(type: .person, words: run)
        }
        if isPerson(match), let name = withSuffix(match.words) { return name }
        let next = self.match(at: end)
        if next == nil || !words[end].traits.isDisjoint(with: .organization), let name = organization(run) {
            return name
        }
        if next == nil, let name = place(run, titled: title != nil) { return name }
        guard match.words.count == 1, words[run.lowerBound].traits.contains(.givenName), !isPerson(match),
            next == nil || !words[end].traits.isDisjoint(with: [.givenName, .surname])
        else { return nil }
        return person(run, title: title).map { Name(type: .person, words: $0) }
    }

    /// True for a nationality that only begins the name of a law, plan or the like: `American Rescue Plan`.
    func isThing(_ match: GazetteerMatch, in run: Range<Int>) -> Bool {
        let end = match.words.upperBound
        return gazetteer.entries[Int(match.entry)].kind == .demonym && end < run.upperBound
            && words[end].style == .prose && words[end].gap == .space && words[end].traits.contains(.common)
            && self.match(at: end) == nil
    }

    /// The known name at word `start`, save one that is no name there: `Turkey` for the bird, `IT` in a headline in
    /// capitals.
    func match(at start: Int) -> GazetteerMatch? {
        guard let match = gazetteer.longestMatch(words, at: start) else { return nil }
        let first = words[start]
        guard match.words.count == 1, gazetteer.entries[Int(match.entry)].kind != .title else { return match }
        if first.style == .capitals && !first.traits.isDisjoint(with: [.stop, .common]) { return nil }
        if first.shape == .capitalized && first.opensSentence && text.hasLowercased(first.hash) { return nil }
        if first.traits.contains(.surname), isPlaceEntry(match), !isAmongPlaces(start) { return nil }
        return match
    }

    /// True when what stands around word `index` says that it is a place: `in Madison`, `Lincoln, Nebraska`.
    private func isAmongPlaces(_ index: Int) -> Bool {
        if index > 0, words[index].gap == .space, words[index - 1].traits.contains(.preposition) { return true }
        let next = index + 1
        guard next < words.count, words[next].gap == .comma, let match = gazetteer.longestMatch(words, at: next) else {
            return false
        }
        return isPlaceEntry(match)
    }

    private func isPlaceEntry(_ match: GazetteerMatch) -> Bool {
        gazetteer.entries[Int(match.entry)].kind == .entity(.place)
    }

    func isPlace(at index: Int) -> Bool {
        guard let match = match(at: index) else { return false }
        return isPlaceEntry(match)
    }

    private func isPerson(_ match: GazetteerMatch) -> Bool {
        gazetteer.entries[Int(match.entry)].kind == .entity(.person)
    }

    /// `name` with the `Jr.` that follows it, which makes another person of it; nil when none follows.
    private func withSuffix(_ name: Range<Int>) -> Name? {
        let end = includingSuffix(name)
        return end > name.upperBound ? Name(type: .person, words: name.lowerBound..<end) : nil
    }

    /// True for `in Springfield, Illinois`.
    private func isBeforeKnownPlace(_ run: Range<Int>) -> Bool {
        let next = run.upperBound
        guard run.count <= 3, run.lowerBound > 0, next < words.count, words[next].gap == .comma,
            words[run.lowerBound - 1].traits.contains(.preposition), words[run.lowerBound].gap == .space,
            !run.contains(where: text.isOrdinary)
        else { return false }
        return isPlace(at: next)
    }

    /// The run of capitalized words from `start` on, cut before a title that a name follows:
    /// `Acme Bank President Ann Lee`.
    func run(from start: Int) -> Range<Int> {
        let end = text.runEnd(from: start)
        let title = (start + 1..<end).first { index in
            guard let match = match(at: index), match.words.upperBound < end else { return false }
            return gazetteer.entries[Int(match.entry)].kind == .title
        }
        return start..<(title ?? end)
    }
}
