internal import TextAnalysis

/// Cuts articles into passages: paragraphs, of which short ones join the next and long ones are cut at sentence ends.
package enum PassageSplitter {
    /// A passage of fewer bytes takes in what follows, so a heading stands with the text below it.
    static let shortest = 150
    /// A paragraph of more bytes is cut. A short passage before it may add up to `shortest` bytes, one after it as
    /// well.
    static let longest = 1_200
    /// Bytes that the parts of a long paragraph come near to.
    static let target = 600

    /// The passages of an article in the order of its text: numbered from 1, never empty, covering the text without gap
    /// or overlap (white space belongs to the passage before it), cut only between scalars.
    ///
    /// Passages that the caller gave are used as they are; if they do not cover the text they are ignored.
    package static func passages(of article: Article) -> [Passage] {
        let text = article.text.utf8.span
        var ranges = article.passages ?? []
        if !isCover(ranges, of: text) { ranges = joined(paragraphs(of: text).flatMap { parts(of: $0, text) }) }
        return ranges.enumerated().map { Passage(number: $0 + 1, range: $1) }
    }

    private static func isCover(_ ranges: [Range<Int>], of text: Span<UInt8>) -> Bool {
        var end = 0
        for range in ranges {
            guard range.lowerBound == end, !range.isEmpty, range.upperBound <= text.count else { return false }
            end = range.upperBound
            guard text.isScalarBoundary(end) else { return false }
        }
        return end == text.count
    }

    /// Runs of the text up to each empty line, or up to each line end in a text that has no empty line.
    private static func paragraphs(of text: Span<UInt8>) -> [Range<Int>] {
        let byEmptyLines = runs(of: text, lineEnds: 2)
        return byEmptyLines.count > 1 ? byEmptyLines : runs(of: text, lineEnds: 1)
    }

    /// Runs of the text that end with white space holding at least so many line ends.
    private static func runs(of text: Span<UInt8>, lineEnds: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        var seen = 0
        var isBlank = true
        for index in 0..<text.count {
            switch text[index] {
            case 0x0A: seen += 1
            case 0x20, 0x09, 0x0D: break
            default:
                if seen >= lineEnds, !isBlank {
                    runs.append(start..<index)
                    start = index
                }
                isBlank = false
                seen = 0
            }
        }
        if start < text.count { runs.append(start..<text.count) }
        return runs
    }

    /// A paragraph cut at sentence ends into parts of about equal size, when it is a long one.
    private static func parts(of paragraph: Range<Int>, _ text: Span<UInt8>) -> [Range<Int>] {
        guard paragraph.count > longest else { return [paragraph] }
        let size = paragraph.count / ((paragraph.count + target - 1) / target)
        var parts: [Range<Int>] = []
        var start = paragraph.lowerBound
        var end = start
        for sentence in Sentences.ranges(in: text.extracting(paragraph)) {
            let sentenceEnd = paragraph.lowerBound + sentence.upperBound
            if end > start, sentenceEnd - start > longest || end - start >= size {
                parts.append(start..<end)
                start = end
            }
            end = sentenceEnd
            while end - start > longest {
                let cut = text.cut(start..<start + longest)
                parts.append(start..<cut)
                start = cut
            }
        }
        if end > start { parts.append(start..<end) }
        return parts
    }

    /// The ranges with each short one joined to the next; a short last one joins the one before it.
    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in ranges {
            if let last = result.last, last.count < shortest {
                result[result.count - 1] = last.lowerBound..<range.upperBound
            } else {
                result.append(range)
            }
        }
        if result.count > 1, let last = result.last, last.count < shortest {
            result.removeLast()
            result[result.count - 1] = result[result.count - 1].lowerBound..<last.upperBound
        }
        return result
    }
}

extension Span<UInt8> {
    /// Whether an offset inside the text, or at its end, is where a scalar starts.
    func isScalarBoundary(_ offset: Int) -> Bool {
        offset == count || self[offset] & 0xC0 != 0x80
    }

    /// Where to cut an endless sentence: after the last white space in the range, or else before the last scalar that
    /// starts in its second half.
    fileprivate func cut(_ range: Range<Int>) -> Int {
        let middle = range.lowerBound + range.count / 2
        for index in stride(from: range.upperBound, to: middle, by: -1) {
            if self[index - 1] == 0x20 || self[index - 1] == 0x0A || self[index - 1] == 0x09 { return index }
        }
        for index in stride(from: range.upperBound, to: middle, by: -1) where isScalarBoundary(index) { return index }
        return range.upperBound
    }
}
