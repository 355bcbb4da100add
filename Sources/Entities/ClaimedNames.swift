/// The claims on a text, as candidates among those of the rules: so that a surname finds its full name whoever found
/// either of them.
struct ClaimedNames {
    private struct Item {
        var claim: Claim
        /// Nil when the claim's ends are no words' ends: then its name is what the text says.
        var candidate: Candidate?
    }

    private let items: [Item]
    private let text: AnnotatedText

    init(_ claims: [Claim], in text: AnnotatedText, gazetteer: Gazetteer) {
        self.text = text
        items = Claim.disjoint(claims).map { claim in
            let candidate = claim.words(of: text).map { words in
                Candidate(words: words, reading: Self.reading(of: words, claim.type, text, gazetteer))
            }
            return Item(claim: claim, candidate: candidate)
        }
    }

    private static func reading(
        of words: Range<Int>, _ type: EntityType, _ text: AnnotatedText, _ gazetteer: Gazetteer
    ) -> Candidate.Reading {
        guard let match = gazetteer.longestMatch(text.words, at: words.lowerBound),
            match.words == words || match.mention == words, gazetteer.entries[Int(match.entry)].type == type
        else { return .typed(type) }
        return .known(match.entry)
    }

    /// Has `resolver` learn the names, and those among `candidates` that no claim overlaps, in the order of the text.
    func register(with candidates: [Candidate], in resolver: inout NameResolver) {
        if items.isEmpty { return resolver.register(candidates, of: text) }
        var free = candidates.filter { !overlaps(text.range(of: $0.words)) }[...]
        for item in items {
            guard let candidate = item.candidate else { continue }
            let before = free.prefix { $0.words.lowerBound < candidate.words.lowerBound }
            resolver.register(Array(before), of: text)
            free = free.dropFirst(before.count)
            resolver.register(candidate, named: item.claim.name, of: text)
        }
        resolver.register(Array(free), of: text)
    }

    /// `mentions` without those that a claim overlaps, and the claims as mentions: ascending.
    func merged(with mentions: [Mention], by resolver: NameResolver) -> [Mention] {
        if items.isEmpty { return mentions }
        let claimed = items.map { item in
            let name =
                item.claim.name ?? item.candidate.flatMap { resolver.name(of: $0, item.claim.type, in: text) }
                ?? item.claim.surface(in: text)
            return Mention(type: item.claim.type, name: name, range: item.claim.range)
        }
        let free = mentions.filter { !overlaps($0.range) }
        return (free + claimed).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func overlaps(_ range: Range<Int>) -> Bool {
        var low = 0
        var high = items.count
        while low < high {
            let middle = (low + high) / 2
            if items[middle].claim.range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < items.count && items[low].claim.range.lowerBound < range.upperBound
    }
}
