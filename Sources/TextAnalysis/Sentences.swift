/// Where sentences begin and end, by their marks and a list of abbreviations.
package enum Sentences {
    /// Byte ranges of the sentences of a text: contiguous, covering it, each with the white space that follows it.
    ///
    /// A sentence ends at `.`, `!`, `?` or `…` (closing quotes and brackets included) before white space and anything
    /// but a lower-case letter, at a full stop of East Asian scripts, and at an empty line. A dot after a known
    /// abbreviation or an initial is no end, unless a word follows that begins sentences (`in the U.S. The …`). Never
    /// traps on any bytes.
    package static func ranges(in text: Span<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < text.count {
            let mark = index
            let (value, length) = text.scalar(at: index)
            index += length
            var end: Int?
            switch value {
            case 0x2E, 0x21, 0x3F, 0x2026:
                index = text.skip(from: index) { $0 == 0x2E || $0 == 0x21 || $0 == 0x3F || $0 == 0x2026 }
                end = endOfSentence(text, marks: mark..<index)
            case 0x3002, 0xFF01, 0xFF0E, 0xFF1F: end = text.skip(from: index, isCloser)
            case 0x0A: end = text.emptyLineEnd(at: mark)
            default: break
            }
            if let end {
                index = text.skip(from: end, isWhite)
                ranges.append(start..<index)
                start = index
            }
        }
        if start < text.count { ranges.append(start..<text.count) }
        return ranges
    }

    /// The end of the sentence that the marks close; nil when the sentence goes on.
    private static func endOfSentence(_ text: Span<UInt8>, marks: Range<Int>) -> Int? {
        let end = text.skip(from: marks.upperBound, isCloser)
        if end == text.count { return end }
        let next = text.skip(from: end, isWhite)
        if next == end { return nil }
        if next < text.count, (0x61...0x7A).contains(text[next]) { return nil }
        let isLoneDot = text[marks.lowerBound] == 0x2E && marks.count == 1 && end == marks.upperBound
        return isLoneDot && belongsToWord(text, dot: marks.lowerBound, next: next) ? nil : end
    }

    /// Whether the dot marks an abbreviation or an initial, and the word at `next` does not speak for a new sentence.
    private static func belongsToWord(_ text: Span<UInt8>, dot: Int, next: Int) -> Bool {
        guard let word = text.wordBefore(dot) else { return false }
        if Abbreviations.titles.contains(word) { return true }
        if word == "No" { return next < text.count && (0x30...0x39).contains(text[next]) }
        let isAbbreviation = word.utf8.count == 1 || word.contains(".") || Abbreviations.others.contains(word)
        guard isAbbreviation else { return false }
        return !Abbreviations.openers.contains(text.wordAfter(next))
    }

    private static func isWhite(_ value: UInt32) -> Bool {
        value == 0x20 || (0x09...0x0D).contains(value) || value == 0xA0 || value == 0x3000
    }

    private static func isCloser(_ value: UInt32) -> Bool {
        switch value {
        case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D, 0x203A, 0x300D, 0x300F, 0xFF09: true
        default: false
        }
    }
}

extension Span<UInt8> {
    /// The first index from `index` on whose scalar does not satisfy the predicate.
    fileprivate func skip(from index: Int, _ predicate: (UInt32) -> Bool) -> Int {
        var index = index
        while index < count {
            let (value, length) = scalar(at: index)
            guard predicate(value) else { break }
            index += length
        }
        return index
    }

    /// The index after the line end at `index` when an empty line follows it.
    fileprivate func emptyLineEnd(at index: Int) -> Int? {
        let next = skip(from: index + 1) { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return next < count && self[next] == 0x0A ? next : nil
    }

    /// ASCII letters and dots directly before `end`; nil when they are none, or too many for an abbreviation, or only the
    /// end of a word.
    fileprivate func wordBefore(_ end: Int) -> String? {
        var start = end
        while start > 0, end - start <= 8, self[start - 1].isASCIILetter || self[start - 1] == 0x2E { start -= 1 }
        guard (1...8).contains(end - start) else { return nil }
        var before = start - 1
        while before > 0, self[before] & 0xC0 == 0x80 { before -= 1 }
        return before >= 0 && step(at: before).kind != .separator ? nil : string(start..<end)
    }

    fileprivate func wordAfter(_ start: Int) -> String {
        var end = start
        while end < count, end - start <= 16, self[end].isASCIILetter { end += 1 }
        return string(start..<end)
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: range.map { self[$0] }, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isASCIILetter: Bool { ScalarClass.ascii(self) == .letter }
}
