/// Acronyms that a text defines itself: `Disaster Relief Team (DRT)`, `DRT (Disaster Relief Team)`.
enum Acronym {
    /// The index of the acronym that stands in parentheses behind `name`, or before `name` in parentheses; nil when none
    /// does or it is not made of the name.
    static func definition(of name: Range<Int>, in text: AnnotatedText) -> Int? {
        let behind = name.upperBound
        if behind < text.words.count, text.words[behind].gap == .parenthesis,
            !text.words[behind - 1].isPossessive, isMade(behind, of: name, in: text)
        {
            return behind
        }
        let before = name.lowerBound - 1
        if before >= 0, text.words[name.lowerBound].gap == .parenthesis, isMade(before, of: name, in: text) {
            return before
        }
        return nil
    }

    /// The keys (`NameParts`) of the acronyms of three letters or more that are the initials of `name`, with and without
    /// those of its small words: what a text uses that does not define it.
    static func keys(of name: Range<Int>, in text: AnnotatedText) -> [UInt64] {
        let words = name.map { text.words[$0] }
        let all = words.map { text.bytes[$0.range.lowerBound] | 0x20 }
        let large = words.filter(\.shape.isCapital).map { text.bytes[$0.range.lowerBound] | 0x20 }
        return (all == large ? [all] : [all, large]).filter { $0.count > 2 }
            .map { WordHash.combine(0, WordHash.hash($0)) }
    }

    /// True when word `index` looks like an acronym.
    static func isAcronym(_ index: Int, in text: AnnotatedText) -> Bool {
        text.words[index].shape == .capitals || text.words[index].shape == .initials
    }

    /// Its letters must be initials of the name's words, in their order, among them those of the first and last word.
    private static func isMade(_ index: Int, of name: Range<Int>, in text: AnnotatedText) -> Bool {
        guard name.count > 1, isAcronym(index, in: text) else { return false }
        let letters = text.bytes[text.words[index].range].filter { $0 != UInt8(ascii: ".") }
        let initials = name.map { text.bytes[text.words[$0].range.lowerBound] & 0xDF }
        guard letters.count > 1, letters.first == initials.first, letters.last == initials.last else { return false }
        var rest = letters[...]
        for initial in initials where initial == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }
}
