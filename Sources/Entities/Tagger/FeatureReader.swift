/// Writes down the features of words, one after the other. Lives on one thread.
///
/// A feature is a template's number and one or two values; the numbers only have to differ. What each is worth was
/// measured by leaving it out: docs/ENTITIES.md. Conjunctions that earned nothing are gone.
struct FeatureReader {
    /// More features than any word has.
    static let capacity = 128

    /// How many of a word's features, the first, name the word itself.
    static let identityFeatures = 4

    private let text: FeatureText
    private var folded: [UInt8] = []
    private var line = LineLook()

    init(_ text: FeatureText) { self.text = text }

    /// The features of word `index` of `sentence`. Returns how many were written.
    mutating func read(
        _ index: Int, sentence: Range<Int>, into features: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        var writer = FeatureWriter(features)
        let word = self.word(index, sentence)
        let before = self.word(index - 1, sentence)
        let after = self.word(index + 1, sentence)
        let before2 = self.word(index - 2, sentence)
        let after2 = self.word(index + 2, sentence)

        // The first four name the word itself; training leaves them out now and then (`identityFeatures`).
        writer.add(1, word.word)
        writer.add(6, before.word, word.word)
        writer.add(7, word.word, after.word)
        writer.add(48, UInt32(word.reading), word.word)
        writer.add(2, before.word)
        writer.add(3, after.word)
        writer.add(4, before2.word)
        writer.add(5, after2.word)

        writer.add(9, word.shape)
        writer.add(10, before.shape)
        writer.add(11, after.shape)

        addAffixes(index, &writer)

        let opens: UInt32 = word.opens ? 1 : 0
        let style = UInt32(word.style.rawValue)
        writer.add(30, UInt32(word.casing))
        writer.add(31, UInt32(before.casing))
        writer.add(32, UInt32(after.casing))
        writer.add(33, UInt32(word.casing), word.shape)
        writer.add(34, UInt32(word.casing), opens << 2 | style)
        writer.add(35, style, word.shape)
        writer.add(36, (word.isLowerElsewhere ? 1 : 0), opens << 8 | UInt32(word.casing))

        writer.add(37, UInt32(word.types))

        let reading = UInt32(word.reading)
        writer.add(40, reading)
        writer.add(41, UInt32(before.reading))
        writer.add(42, UInt32(after.reading))
        writer.add(43, reading, word.shape)
        writer.add(44, UInt32(before.reading), reading)
        writer.add(45, reading, UInt32(after.reading))
        writer.add(46, reading, before.word)
        writer.add(47, reading, after.word)
        writer.add(49, reading, opens << 2 | style)

        let traits = UInt32(word.traits)
        writer.add(50, traits)
        writer.add(51, UInt32(before.traits))
        writer.add(52, UInt32(after.traits))
        writer.add(55, reading, UInt32(after.traits))
        writer.add(56, reading, UInt32(before.traits))

        writer.add(60, UInt32(word.gap))
        writer.add(61, UInt32(after.gap))

        addRun(index, word, sentence, &writer)
        addSentence(index, word, sentence, &writer)
        return writer.count
    }

    private func word(_ index: Int, _ sentence: Range<Int>) -> FeatureWord {
        sentence.contains(index) ? text.words[index] : FeatureWord.edge
    }

    /// Beginnings of two to four bytes and ends of one to five, of the folded word.
    private mutating func addAffixes(_ index: Int, _ writer: inout FeatureWriter) {
        folded.removeAll(keepingCapacity: true)
        text.source.fold(index, into: &folded)
        var hash: UInt32 = 5381
        for length in 0..<min(4, folded.count) {
            hash = hash &* 33 ^ UInt32(folded[length])
            if length > 0 { writer.add(20 + UInt32(length), hash) }
        }
        hash = 5381
        for length in 0..<min(5, folded.count) {
            hash = hash &* 33 ^ UInt32(folded[folded.count - 1 - length])
            writer.add(24 + UInt32(length), hash)
        }
    }

    /// Features of the run of capitalized words that the word is in or beside.
    private func addRun(_ index: Int, _ word: FeatureWord, _ sentence: Range<Int>, _ writer: inout FeatureWriter) {
        guard word.isActive else { return }
        var start = index
        while start > sentence.lowerBound, index - start < 8, text.words[start - 1].isActive, joins(start) {
            start -= 1
        }
        var end = index + 1
        while end < sentence.upperBound, end - index < 8, text.words[end].isActive, joins(end) { end += 1 }
        let first = text.words[start]
        let last = text.words[end - 1]
        let before = self.word(start - 1, sentence)
        let before2 = self.word(start - 2, sentence)
        let after = self.word(end, sentence)
        let after2 = self.word(end + 1, sentence)
        let place = UInt32(min(index - start, 3) << 4 | min(end - 1 - index, 3))
        writer.add(70, first.word)
        writer.add(71, last.word)
        writer.add(72, place)
        writer.add(73, before.word)
        writer.add(74, after.word)
        writer.add(75, before.word, after.word)
        writer.add(76, place, UInt32(last.traits))
        writer.add(77, place, UInt32(first.traits))
        writer.add(78, place, word.shape)
        writer.add(79, before2.word, before.word)
        writer.add(80, after.word, after2.word)
        writer.add(81, UInt32(last.reading), place)
        writer.add(82, UInt32(first.reading), place)
        writer.add(83, UInt32(before.traits), UInt32(after.traits))
        writer.add(84, UInt32(first.gap) << 8 | UInt32(after.gap), place)
        writer.add(85, before.shape, after.shape)
        writer.add(87, UInt32(last.types), place)
        writer.add(88, UInt32(first.types), place)
        writer.add(86, place, UInt32(last.casing))
    }

    private func joins(_ index: Int) -> Bool { text.words[index].gap == 0 || text.words[index].gap == 3 << 1 }

    /// Features of the whole line: tables have other names than prose, and so has sport.
    private mutating func addSentence(
        _ index: Int, _ word: FeatureWord, _ sentence: Range<Int>, _ writer: inout FeatureWriter
    ) {
        if line.words != sentence { line = LineLook(text, sentence) }
        let (density, capitals, length) = (line.digits, line.capitals, line.length)
        let reading = UInt32(word.reading)
        writer.add(90, density << 4 | length, reading)
        writer.add(91, density << 8 | capitals << 4 | length)
        writer.add(92, text.heading, reading)
        writer.add(93, text.words[sentence.lowerBound].word, reading)
        writer.add(94, text.words[sentence.upperBound - 1].word, reading)
        writer.add(95, UInt32(min(index - sentence.lowerBound, 4)), reading)
        writer.add(96, density, word.shape)
        writer.add(97, UInt32(min(index - sentence.lowerBound, 3)) << 4 | density, word.casing == 0 ? 0 : 1)
    }
}
