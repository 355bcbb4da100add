/// Acronyms that a text defines itself: `Disaster Relief Team (DRT)`.
enum Acronym {
    /// The index of the acronym in parentheses after `name`; nil when none follows or it is not made of the name.
    ///
    /// Its letters must be initials of the name's words, in their order, among them those of the first and last word.
    static func definition(after name: Range<Int>, in text: AnnotatedText) -> Int? {
        let index = name.upperBound
        guard index < text.words.count else { return nil }
        let acronym = text.words[index]
        guard acronym.gap == .parenthesis, acronym.shape == .capitals || acronym.shape == .initials,
            !text.words[index - 1].isPossessive
        else { return nil }
        let letters = text.bytes[acronym.range].filter { $0 != UInt8(ascii: ".") }
        let initials = name.map { text.bytes[text.words[$0].range.lowerBound] & 0xDF }
        guard letters.count > 1, letters.first == initials.first, letters.last == initials.last else { return nil }
        var rest = letters[...]
        for initial in initials where initial == rest.first { rest.removeFirst() }
        return rest.isEmpty ? index : nil
    }
}
