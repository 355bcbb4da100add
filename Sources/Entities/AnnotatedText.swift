internal import TextAnalysis

/// A text with its words, ready for the search for names.
struct AnnotatedText {
    let bytes: [UInt8]
    let words: [Word]
    /// The hashes of all words that the text has in lower case: their capitals tell nothing.
    private let lowercased: HashMap64<Bool>

    init(_ text: String, tokens: [Token], gazetteer: Gazetteer) {
        bytes = Array(text.utf8)
        words = WordReader.words(in: bytes, tokens: tokens, gazetteer: gazetteer)
        var lowercased = HashMap64(filler: false, capacity: words.count / 2)
        for word in words where word.shape == .lower { lowercased[word.hash] = true }
        self.lowercased = lowercased
    }

    /// The UTF-8 offsets of a run of words.
    func range(of run: Range<Int>) -> Range<Int> {
        words[run.lowerBound].range.lowerBound..<words[run.upperBound - 1].range.upperBound
    }

    /// True when the text has the word with this hash in small letters.
    func hasLowercased(_ hash: UInt64) -> Bool { lowercased[hash] != nil }

    /// Appends word `index` in its folded form.
    func fold(_ index: Int, into folded: inout [UInt8]) { Folding.fold(bytes.span, words[index].range, into: &folded) }

    /// True when word `index` joins the one before it as the parts of one name do.
    func joins(_ index: Int) -> Bool {
        index > 0 && index < words.count && words[index].gap.joins && !words[index - 1].isPossessive
    }

    /// True when the capital of word `index` may be there for the sentence's or headline's sake only.
    func isOrdinary(_ index: Int) -> Bool {
        let word = words[index]
        guard word.traits.isDisjoint(with: [.givenName, .surname]) else { return false }
        if word.traits.contains(.common) { return true }
        return (word.opensSentence || word.style != .prose) && hasLowercased(word.hash)
    }

    /// One past the last word of the longest run of capitalized words from `start` on, over particles (`van`, `bin`)
    /// and at most `longestRun` words.
    func runEnd(from start: Int) -> Int {
        var end = start + 1
        while end < words.count, end - start < Self.longestRun, joins(end) {
            if words[end].isNameWord {
                end += 1
                continue
            }
            var next = end
            while next < words.count, next < end + 3, joins(next), words[next].traits.contains(.particle) { next += 1 }
            guard next > end, joins(next), words[next].isNameWord else { break }
            end = next + 1
        }
        return end
    }

    /// Keeps the search linear in texts that are all capitals.
    private static let longestRun = 16
}
