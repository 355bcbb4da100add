/// Makes candidates of the names that the tagger labels: which of them the gazetteer knows, and by what name.
struct NameReader {
    let text: AnnotatedText
    let gazetteer: Gazetteer

    /// The candidates for `names`. Both are ascending, as are `rules`, the candidates of `CandidateFinder`.
    ///
    /// Words between them that the rules leave open stay candidates: the article's other names may explain them.
    func candidates(_ names: [Tagger.Name], rules: [Candidate]) -> [Candidate] {
        let filter = NameFilter(text: text, gazetteer: gazetteer)
        var found: [Candidate] = []
        var next = 0
        for name in names {
            while next < rules.count, rules[next].words.lowerBound < name.words.lowerBound {
                if rules[next].words.upperBound <= name.words.lowerBound { found += left(rules[next]) }
                next += 1
            }
            let first = next
            while next < rules.count, rules[next].words.lowerBound < name.words.upperBound { next += 1 }
            switch filter.verdict(name.words, name.type) {
            case .nothing: continue
            case .open: found.append(Candidate(words: name.words, reading: .open))
            case .name(let words):
                found += candidates(Tagger.Name(words: words, type: type(name)), rules[first..<next])
            }
        }
        return found + rules[next...].flatMap(left)
    }

    /// What remains of a rule's candidate where the tagger sees no name.
    ///
    /// The gazetteer has people by their full names and with a title (`President Trump`), never by a bare surname.
    private func left(_ rule: Candidate) -> [Candidate] {
        if case .known(let entry) = rule.reading, gazetteer.entries[Int(entry)].type == .person { return [rule] }
        guard rule.reading == .open else { return [] }
        let first = text.words[rule.words.lowerBound]
        // A capital says nothing at the start of a sentence or in a headline; elsewhere `Trump` is no verb.
        let isTelling = !first.opensSentence && first.style == .prose
        guard first.traits.isDisjoint(with: isTelling ? .organizationHead : [.common, .organizationHead]) else {
            return []
        }
        return [rule]
    }

    /// The type of `name`: nobody is called `J&J`, and neither `Representative Fischbach` nor `Trump` is a place.
    private func type(_ name: Tagger.Name) -> EntityType {
        switch name.type {
        case .person where text.bytes[text.range(of: name.words)].contains(UInt8(ascii: "&")): .organization
        case .place where isTitled(name.words) || isSurname(name.words): .person
        default: name.type
        }
    }

    /// True for a title and unknown words of which none says `County` or the like.
    private func isTitled(_ words: Range<Int>) -> Bool {
        guard let match = gazetteer.longestMatch(text.words, at: words.lowerBound),
            gazetteer.entries[Int(match.entry)].kind == .title, match.words.upperBound < words.upperBound
        else { return false }
        return words.allSatisfy { text.words[$0].traits.isDisjoint(with: [.placeHead, .placeEnd]) }
    }

    /// True for surnames, one or several with hyphens, that the gazetteer has as nothing else.
    private func isSurname(_ words: Range<Int>) -> Bool {
        guard words.allSatisfy({ text.words[$0].traits.contains(.surname) }), words.count == 1 || isCompound(words)
        else {
            return false
        }
        guard let match = gazetteer.longestMatch(text.words, at: words.lowerBound, before: words.upperBound) else {
            return true
        }
        return gazetteer.entries[Int(match.entry)].type == .person
    }

    private func candidates(_ name: Tagger.Name, _ rules: ArraySlice<Candidate>) -> [Candidate] {
        for rule in rules {
            guard case .known(let entry) = rule.reading, rule.words == name.words, fits(entry, name.type) else {
                continue
            }
            return [rule]
        }
        for words in [name.words, ArticleNames.withoutArticle(name.words, text)] {
            // `U.S.` of `U.S. Trade Representative`; `Trump` of `Trump administration`
            for limit in [words.upperBound, Int.max] {
                guard let match = gazetteer.longestMatch(text.words, at: words.lowerBound, before: limit),
                    fits(match.entry, name.type), match.words == words || match.mention == words
                else { continue }
                return [Candidate(words: name.words, reading: .known(match.entry))]
            }
        }
        if isCompound(name.words) {
            let parts = places(name, rules)
            if !parts.isEmpty { return parts }
        }
        return [Candidate(words: name.words, reading: .typed(name.type))]
    }

    private func fits(_ entry: Int32, _ type: EntityType) -> Bool {
        switch gazetteer.entries[Int(entry)].kind {
        case .entity(let known): known == type
        case .demonym: type == .misc || type == .place
        case .title, .nothing: false
        }
    }

    /// The places of a compound: `U.S.-led`, `Israeli-born` have one, `Israel-Gaza` has two.
    private func places(_ name: Tagger.Name, _ rules: ArraySlice<Candidate>) -> [Candidate] {
        guard name.type == .misc || name.type == .place else { return [] }
        let places = rules.filter { rule in
            guard case .known(let entry) = rule.reading else { return false }
            return gazetteer.entries[Int(entry)].type == .place
        }
        if places.count > 1, places.reduce(0, { $0 + $1.words.count }) == name.words.count {
            return places.map { Candidate(words: $0.words, reading: $0.reading, isDerived: name.type == .misc) }
        }
        guard name.type == .misc, let first = places.first, first.words.lowerBound == name.words.lowerBound else {
            return []
        }
        return [Candidate(words: name.words, reading: first.reading, isDerived: true)]
    }

    private func isCompound(_ words: Range<Int>) -> Bool {
        words.count > 1 && words.contains { $0 > words.lowerBound && text.words[$0].gap == .hyphen }
    }
}
