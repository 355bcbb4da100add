internal import TextAnalysis

/// A text made ready for the tagger: the values of all words, and the regions where names may be.
struct FeatureText {
    let source: AnnotatedText
    private(set) var words: [FeatureWord]
    /// Stretches of words to label, ascending, each within one sentence.
    private(set) var regions: [Range<Int>] = []
    /// For each region the sentence that it is in.
    private(set) var sentences: [Range<Int>] = []
    /// The first word of the text's first line, which in agency copy may say `SOCCER`.
    private(set) var heading: UInt32 = 0

    init(_ source: AnnotatedText, candidates: [Candidate], gazetteer: Gazetteer, casing: CasingView) {
        self.source = source
        words = []
        words.reserveCapacity(source.words.count)
        let bytes = source.bytes.span
        var previousEnd = 0
        for word in source.words {
            words.append(Self.value(of: word, bytes, previousEnd: previousEnd, source, casing))
            previousEnd = word.range.upperBound
        }
        mark(candidates, gazetteer)
        heading = words.first?.word ?? 0
        findRegions()
        for region in regions {
            for index in max(0, region.lowerBound - 2)..<min(words.count, region.upperBound + 2) {
                words[index].look(up: casing)
            }
        }
    }

    private static func value(
        of word: Word, _ bytes: Span<UInt8>, previousEnd: Int, _ source: AnnotatedText, _ casing: CasingView
    ) -> FeatureWord {
        var value = FeatureWord()
        value.word = FeatureHash.word(word.hash)
        // Of most other words it does not matter; it is looked up around regions.
        if word.style == .capitals { value.look(up: casing) }
        value.traits = UInt16(truncatingIfNeeded: word.traits.rawValue)
        value.opens = word.opensSentence
        value.style = word.style
        value.gap = gap(bytes, previousEnd, word.range.lowerBound)
        value.isActive = word.shape.isCapital
        switch word.shape {
        case .lower: value.shape = 1
        case .capitalized where word.style != .capitals || word.range.count == 1: value.shape = shape(bytes, word.range)
        case .capitals, .capitalized:
            if word.style != .capitals || WordCasing.isCapitals(value.casing) {
                value.shape = shape(bytes, word.range)
            } else if WordCasing.isLower(value.casing) {
                value.shape = 1
            } else {
                value.shape = 2
            }
        case .initials: value.shape = shape(bytes, word.range)
        case .other:
            value.shape = shape(bytes, word.range)
            value.isDigits = word.range.allSatisfy { bytes[$0] < 0x40 }
        }
        if value.isActive { value.isLowerElsewhere = source.hasLowercased(word.hash) }
        return value
    }

    /// The marks between two words in few values: the first and the last mark, and whether there is a blank.
    private static func gap(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt8 {
        if end - start == 1, bytes[start] == 0x20 { return 0 }
        var first: UInt8 = 0
        var last: UInt8 = 0
        var hasBlank: UInt8 = 0
        for index in start..<end {
            let mark: UInt8
            switch bytes[index] {
            case 0x20, 0x09:
                hasBlank = 1
                continue
            case 0x0A, 0x0D:
                hasBlank = 1
                mark = 8
            case UInt8(ascii: ","): mark = 1
            case UInt8(ascii: "."): mark = 2
            case UInt8(ascii: "-"): mark = 3
            case UInt8(ascii: "("): mark = 4
            case UInt8(ascii: ")"): mark = 5
            case UInt8(ascii: ":"), UInt8(ascii: ";"): mark = 6
            case UInt8(ascii: "\""), UInt8(ascii: "'"): mark = 7
            case UInt8(ascii: "/"), UInt8(ascii: "&"): mark = 9
            default: mark = 10
            }
            if first == 0 { first = mark }
            last = mark
        }
        return hasBlank | (first == last ? first << 1 : 1 << 5 | first << 1 ^ last << 2)
    }

    /// Letters and digits with repeats left out: `Xx`, `XX`, `X.X.`, `XxXx`, `d`, with the length of what is short.
    private static func shape(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
        var shape: UInt32 = 7
        var last: UInt32 = 0
        for index in range {
            let byte = bytes[index]
            let kind: UInt32
            switch byte {
            case 0x41...0x5A: kind = 1
            case 0x61...0x7A, 0x80...0xBF: kind = 2
            case 0x30...0x39: kind = 3
            case 0xC3...: kind = index == range.lowerBound ? 1 : 2
            default: kind = 4
            }
            if kind != last { shape = shape &* 31 &+ kind }
            last = kind
        }
        return shape &* 8 &+ UInt32(min(range.count, 4))
    }

    /// Writes down what gazetteers and rules say: 1 + 4 × kind + place in the name.
    private mutating func mark(_ candidates: [Candidate], _ gazetteer: Gazetteer) {
        for candidate in candidates {
            let kind: UInt8
            switch candidate.reading {
            case .known(let entry):
                switch gazetteer.entries[Int(entry)].kind {
                case .entity(let type): kind = type.rawValue
                case .demonym: kind = 4
                case .title, .nothing: kind = 5
                }
            case .typed(let type): kind = 6 + type.rawValue
            case .open: kind = 10
            }
            let range = candidate.words
            for index in range {
                let place: UInt8 =
                    range.count == 1 ? 0 : index == range.lowerBound ? 1 : index == range.upperBound - 1 ? 3 : 2
                words[index].reading = 1 + 4 * kind + place
            }
        }
    }

    private mutating func findRegions() {
        var start = 0
        while start < words.count {
            var end = start + 1
            while end < words.count, !words[end].opens { end += 1 }
            findRegions(in: start..<end)
            start = end
        }
    }

    /// A region goes from one active word to the next where at most two others are between them, and takes in the
    /// particles before it (`van`, `al`).
    private mutating func findRegions(in sentence: Range<Int>) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard isSought(index, in: sentence) else {
                index += 1
                continue
            }
            var start = index
            while start > sentence.lowerBound, words[start - 1].traits & UInt16(WordTraits.particle.rawValue) != 0 {
                start -= 1
            }
            if let last = regions.last { start = max(start, last.upperBound) }
            var end = index + 1
            var next = end
            while next < sentence.upperBound, next - end < 3 {
                if isSought(next, in: sentence) { end = next + 1 }
                next += 1
            }
            regions.append(start..<end)
            sentences.append(sentence)
            index = end
        }
    }

    /// Whether a word may be part of a name: an active one, save a word such as `The` alone at a sentence's start.
    private func isSought(_ index: Int, in sentence: Range<Int>) -> Bool {
        let word = words[index]
        guard word.isActive else { return false }
        let traits = WordTraits(rawValue: UInt32(word.traits))
        guard word.opens, traits.contains(.stop), traits.isDisjoint(with: [.givenName, .surname]) else { return true }
        return index + 1 < sentence.upperBound && words[index + 1].isActive
    }
}
