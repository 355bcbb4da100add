/// Makes candidates of the names that the tagger labels: which of them the gazetteer knows, and by what name.
struct NameReader {
    let text: AnnotatedText
    let gazetteer: Gazetteer

    /// The candidates for `names`. Both are ascending, as are `rules`, the candidates of `CandidateFinder`.
    func candidates(_ names: [Tagger.Name], rules: [Candidate]) -> [Candidate] {
        var next = 0
        return names.map { name in
            while next < rules.count, rules[next].words.upperBound <= name.words.lowerBound { next += 1 }
            let first = next
            while next < rules.count, rules[next].words.upperBound <= name.words.upperBound { next += 1 }
            return candidate(name, rules[first..<next])
        }
    }

    private func candidate(_ name: Tagger.Name, _ rules: ArraySlice<Candidate>) -> Candidate {
        for rule in rules {
            guard case .known(let entry) = rule.reading else { continue }
            let isWhole = rule.words == name.words
            switch (gazetteer.entries[Int(entry)].kind, name.type) {
            case (.entity(let known), let type) where isWhole && known == type: return rule
            case (.demonym, .misc) where isWhole, (.demonym, .place) where isWhole: return rule
            // `U.S.-led`, `Israeli-born`
            case (.demonym, .misc), (.entity(.place), .misc):
                guard rule.words.lowerBound == name.words.lowerBound, isCompound(name.words) else { continue }
                return Candidate(words: name.words, reading: .known(entry), isDerived: true)
            default: continue
            }
        }
        return Candidate(words: name.words, reading: .typed(name.type))
    }

    private func isCompound(_ words: Range<Int>) -> Bool {
        words.count > 1 && words.dropFirst().allSatisfy { text.words[$0].gap == .hyphen }
    }
}
