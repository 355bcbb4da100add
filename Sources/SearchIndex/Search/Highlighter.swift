import TextAnalysis

/// Finds what matched in a passage's text, with the analysis that indexed it.
struct Highlighter {
    private let analyzer: Analyzer
    private let single: Set<[UInt8]>
    private let phrases: [[[UInt8]]]

    init(plan: Plan, analyzer: Analyzer) {
        self.analyzer = analyzer
        var single: Set<[UInt8]> = []
        var phrases: [[[UInt8]]] = []
        for pattern in HighlightPattern.patterns(of: plan) {
            switch pattern {
            case .terms(let terms): single.formUnion(terms)
            case .phrase(let terms): phrases.append(terms)
            }
        }
        self.single = single
        self.phrases = phrases
    }

    /// Byte ranges of `text` that matched: ascending, not touching each other.
    func ranges(in text: String) throws(SearchIndexError) -> [Range<Int>] {
        if single.isEmpty && phrases.isEmpty { return [] }
        let bytes = Array(text.utf8)
        let tokens = Tokenizer.tokens(in: bytes.span)
        var terms: [[UInt8]] = []
        terms.reserveCapacity(tokens.count)
        for token in tokens { terms.append(try analyzer.term(of: token, in: bytes.span) ?? []) }

        var ranges = tokens.indices.filter { single.contains(terms[$0]) }.map { tokens[$0].range }
        // Words by their position: an ideograph and the pair that begins with it share one.
        var byPosition: [Int32: [Int]] = [:]
        if !phrases.isEmpty {
            for index in tokens.indices { byPosition[tokens[index].position, default: []].append(index) }
        }
        for phrase in phrases {
            for index in tokens.indices where terms[index] == phrase[0] {
                var end = tokens[index].range.upperBound
                let matches = phrase.indices.dropFirst().allSatisfy { offset in
                    let candidates = byPosition[tokens[index].position + Int32(offset)] ?? []
                    guard let next = candidates.first(where: { terms[$0] == phrase[offset] }) else { return false }
                    end = max(end, tokens[next].range.upperBound)
                    return true
                }
                if matches { ranges.append(tokens[index].range.lowerBound..<end) }
            }
        }
        return Self.merged(ranges)
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
