package import TextAnalysis

/// Makes the signature of an article: from its words, folded as everywhere, without the possessive `'s`.
package struct SignatureBuilder {
    /// Hashes of the words, and whether each is a fact.
    private var words: [UInt64] = []
    private var isFact: [Bool] = []
    private var folded: [UInt8] = []

    private init() {}

    /// The signature of a text; nil when it has fewer than three words.
    /// - Parameter day: the day of publication, counted from any day before it, as `StorySignature.day` gives it back.
    package static func signature(
        of text: Span<UInt8>, tokens: [Token], title: String?, day: Int?
    ) -> StorySignature? {
        var builder = SignatureBuilder()
        builder.read(text, tokens)
        guard builder.words.count >= 3 else { return nil }
        let (bins, keys) = builder.minima()
        return StorySignature(
            triples: builder.words.count - 2, day: day, bins: bins, keys: keys, facts: builder.facts(title))
    }

    /// The signature of a text, for those who have no tokens of it.
    package static func signature(of text: String, title: String? = nil, day: Int? = nil) -> StorySignature? {
        let bytes = Array(text.utf8)
        return signature(of: bytes.span, tokens: Tokenizer.tokens(in: bytes.span), title: title, day: day)
    }

    private mutating func read(_ text: Span<UInt8>, _ tokens: [Token]) {
        words.reserveCapacity(tokens.count)
        isFact.reserveCapacity(tokens.count)
        var end = 0
        for token in tokens where token.kind != .ideographPair {
            let opens = end == 0 || Self.opensSentence(text, end..<Int(token.start))
            end = Int(token.end)
            append(token, of: text, opensSentence: opens)
        }
    }

    private mutating func append(_ token: Token, of text: Span<UInt8>, opensSentence: Bool) {
        folded.removeAll(keepingCapacity: true)
        Folding.fold(text, token.range, into: &folded)
        if folded.count > 2, folded[folded.count - 1] == UInt8(ascii: "s"),
            folded[folded.count - 2] == UInt8(ascii: "'")
        {
            folded.removeLast(2)
        }
        guard let first = folded.first else { return }
        words.append(WordHash.hash(folded))
        let isNumber = first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9")
        isFact.append(isNumber || (!opensSentence && folded.count > 1 && Self.isCapital(text, token)))
    }

    /// Whether what stands between two words ends a sentence, a line or a heading, or opens a quotation: so that a capital
    /// behind it tells nothing.
    private static func opensSentence(_ text: Span<UInt8>, _ gap: Range<Int>) -> Bool {
        if gap.count == 1 {
            return text[gap.lowerBound] != UInt8(ascii: " ") && text[gap.lowerBound] != UInt8(ascii: "-")
        }
        for index in gap {
            switch text[index] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\n"),
                UInt8(ascii: "\""), UInt8(ascii: "*"), 0xE2:
                return true
            default: break
            }
        }
        return false
    }

    private static func isCapital(_ text: Span<UInt8>, _ token: Token) -> Bool {
        let first = text[Int(token.start)]
        if first < 0x80 { return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z") }
        // The capitals of Latin-1: U+00C0 to U+00DE.
        return first == 0xC3 && token.end > token.start + 1 && text[Int(token.start) + 1] <= 0x9E
    }

    /// A byte of the least hash in each bin, and a key of the least in each band of bins.
    private func minima() -> (bins: [UInt8], keys: [UInt32]) {
        var least = [UInt32](repeating: .max, count: StorySignature.bins)
        for index in 0..<words.count - 2 {
            let hash = WordHash.combined(words[index], words[index + 1], words[index + 2])
            let bin = Int(((hash >> 32) &* UInt64(StorySignature.bins)) >> 32)
            least[bin] = min(least[bin], UInt32(truncatingIfNeeded: hash))
        }
        let bins = least.map { $0 == .max ? 0 : UInt8($0 % 255) + 1 }
        let width = StorySignature.bins / StorySignature.bands
        let keys = (0..<StorySignature.bands).map { band in
            let least = least[band * width..<(band + 1) * width].min() ?? .max
            return least == .max ? 0 : max(1, UInt32(truncatingIfNeeded: WordHash.mixed(UInt64(least)) >> 40))
        }
        return (bins, keys)
    }

    private func facts(_ title: String?) -> ArticleFacts {
        var counts: [UInt16: Int] = [:]
        for (word, isFact) in zip(words, isFact) where isFact {
            counts[ArticleFacts.number(ofWord: word), default: 0] += 1
            if counts.count > StorySignature.mostFacts { return ArticleFacts() }
        }
        var facts = ArticleFacts()
        facts.facts = counts.keys.sorted()
        let places = Dictionary(uniqueKeysWithValues: facts.facts.enumerated().map { ($1, $0) })
        let frequent = counts.filter { ArticleFacts.isName($0.key) && $0.value > 1 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        facts.subjects = frequent.prefix(StorySignature.subjects).compactMap { places[$0.key] }
        for word in Self.words(title) where facts.headline.count < StorySignature.headlineNames {
            let fact = ArticleFacts.number(ofWord: word)
            guard ArticleFacts.isName(fact), let place = places[fact] else { continue }
            if !facts.headline.contains(place) { facts.headline.append(place) }
        }
        facts.samples = samples(places, total: counts.values.reduce(0, +))
        return facts
    }

    /// The facts at places chosen by a hash of what stands beside them, so that two articles sample the same places. A
    /// place that comes with two facts tells nothing.
    private func samples(_ facts: [UInt16: Int], total: Int) -> [ArticleFacts.Sample] {
        let last = words.count - 1
        // Most places of a long article are not sampled: no need to sort them.
        let limit = UInt32(clamping: 0x1_0000_0000 * 2 * StorySignature.samples / max(1, total))
        var places: [(order: UInt32, place: UInt16, fact: UInt64)] = []
        func add(_ near: UInt64, _ far: UInt64, _ fact: UInt64) {
            let hash = WordHash.combined(near, far, 1)
            let order = UInt32(truncatingIfNeeded: hash)
            if order <= limit { places.append((order, UInt16(truncatingIfNeeded: hash >> 48), fact)) }
        }
        for index in words.indices where isFact[index] {
            add(index > 0 ? words[index - 1] : 0, index > 1 ? words[index - 2] : 0, words[index])
            add(index < last ? words[index + 1] : 1, index + 1 < last ? words[index + 2] : 1, words[index])
        }
        places.sort { ($0.order, $0.place, $0.fact) < ($1.order, $1.place, $1.fact) }
        var samples: [ArticleFacts.Sample] = []
        var index = 0
        while index < places.count, samples.count < StorySignature.samples {
            var end = index + 1
            while end < places.count, places[end].order == places[index].order { end += 1 }
            if places[index].fact == places[end - 1].fact,
                let fact = facts[ArticleFacts.number(ofWord: places[index].fact)]
            {
                samples.append(ArticleFacts.Sample(place: places[index].place, fact: fact))
            }
            index = end
        }
        return samples.sorted { ($0.place, $0.fact) < ($1.place, $1.fact) }
    }

    private static func words(_ title: String?) -> [UInt64] {
        guard let title else { return [] }
        let bytes = Array(title.utf8)
        var builder = SignatureBuilder()
        builder.read(bytes.span, Tokenizer.tokens(in: bytes.span))
        return builder.words
    }
}
