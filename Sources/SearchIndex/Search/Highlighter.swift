import TextAnalysis

/// Finds what matched in a passage's text, with the analysis that indexed it.
///
/// Holds the analyzer's numbers of terms, so it must not outlive one search.
struct Highlighter {
    private let analyzer: Analyzer
    private let single: Set<Int>
    private let phrases: [[Int]]
    private let beginnings: TermBeginnings

    init(plan: Plan, analyzer: Analyzer) {
        self.analyzer = analyzer
        var single: Set<Int> = []
        var phrases: [[Int]] = []
        var terms: [[UInt8]] = []
        for pattern in HighlightPattern.patterns(of: plan) {
            switch pattern {
            case .terms(let any):
                single.formUnion(any.map(analyzer.number(of:)))
                terms += any
            case .phrase(let words):
                phrases.append(words.map(analyzer.number(of:)))
                terms += words
            }
        }
        self.single = single
        self.phrases = phrases
        beginnings = TermBeginnings(of: terms, variants: analyzer.variants)
    }

    /// Byte ranges of `text` that matched: ascending, not touching each other.
    /// - Parameter language: what the text was stemmed in.
    func ranges(in text: String, _ language: Language = .english) throws(SearchIndexError) -> [Range<Int>] {
        if single.isEmpty && phrases.isEmpty { return [] }
        let bytes = text.utf8.span
        let tokens = Tokenizer.tokens(in: bytes)
        var ranges: [Range<Int>] = []
        var numbers: [Int] = []
        numbers.reserveCapacity(tokens.count)
        for token in tokens {
            let isPossible = language != .english || beginnings.allow(token, in: bytes)
            let number = isPossible ? try analyzer.number(of: token, in: bytes, language) ?? -1 : -1
            numbers.append(number)
            if single.contains(number) { ranges.append(token.range) }
        }
        for phrase in phrases {
            for index in tokens.indices where numbers[index] == phrase[0] {
                if let end = Self.end(of: phrase, at: index, tokens, numbers) {
                    ranges.append(tokens[index].range.lowerBound..<end)
                }
            }
        }
        return Self.merged(ranges)
    }

    /// Where the phrase that begins with the token at `index` ends; nil when its words do not follow.
    private static func end(of phrase: [Int], at index: Int, _ tokens: [Token], _ numbers: [Int]) -> Int? {
        var end = tokens[index].range.upperBound
        var next = index + 1
        for offset in 1..<phrase.count {
            let position = tokens[index].position + Int32(offset)
            while next < tokens.count, tokens[next].position < position { next += 1 }
            // An ideograph and the pair that begins with it share a position.
            while next < tokens.count, tokens[next].position == position, numbers[next] != phrase[offset] { next += 1 }
            guard next < tokens.count, tokens[next].position == position else { return nil }
            end = max(end, tokens[next].range.upperBound)
        }
        return end
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
