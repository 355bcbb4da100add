/// A mention that something other than the rules found: where it stands and what it is, perhaps with its name.
package struct Claim: Equatable, Sendable {
    package var type: EntityType
    /// The canonical name; nil to have it resolved as the rules resolve theirs.
    package var name: String?
    /// UTF-8 offsets in the text.
    package var range: Range<Int>

    package init(type: EntityType, name: String?, range: Range<Int>) {
        self.type = type
        self.name = name
        self.range = range
    }
}

extension Claim {
    /// The claims in the order of the text; of two that overlap the one that begins first stays, or else the longer.
    static func disjoint(_ claims: [Claim]) -> [Claim] {
        var kept: [Claim] = []
        for claim in claims.sorted(by: {
            ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
        })
        where claim.range.lowerBound >= kept.last?.range.upperBound ?? 0 {
            kept.append(claim)
        }
        return kept
    }

    /// The words that it is made of; nil when it cuts through one.
    func words(of text: AnnotatedText) -> Range<Int>? {
        var low = 0
        var high = text.words.count
        while low < high {
            let middle = (low + high) / 2
            if text.words[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < text.words.count, text.words[end].range.lowerBound < range.upperBound { end += 1 }
        guard low < end, text.words[low].range.lowerBound >= range.lowerBound,
            text.words[end - 1].range.upperBound <= range.upperBound
        else { return nil }
        return low..<end
    }

    /// What the text says there, with single blanks.
    func surface(in text: AnnotatedText) -> String {
        String(decoding: text.bytes[range], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
