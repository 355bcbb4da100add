/// A name as its text writes it, made fit to stand alone.
enum Surface {
    /// The text of `words` with single blanks, no comma before `Jr.`, and small letters where all is capitals.
    ///
    /// `hasAcronyms`: a word in capitals may be an acronym, as it is in no name of a person (`MR. SPICER:`).
    static func name(_ words: Range<Int>, of text: AnnotatedText, hasAcronyms: Bool) -> String {
        let isShouted =
            words.contains { text.words[$0].style == .capitals }
            || (!hasAcronyms && !words.contains { text.words[$0].shape == .capitalized })
        var bytes: [UInt8] = []
        for index in words {
            let word = text.words[index]
            let isSuffix = word.traits.contains(.suffix) && index == words.upperBound - 1
            if index > words.lowerBound {
                switch word.gap {
                case .hyphen: bytes.append(contentsOf: "-".utf8)
                case .ampersand: bytes.append(contentsOf: " & ".utf8)
                case .comma where !isSuffix: bytes.append(contentsOf: ", ".utf8)
                default: bytes.append(contentsOf: " ".utf8)
                }
            }
            if isShouted, word.shape == .capitals {
                let spelling = String(decoding: text.bytes[word.range], as: UTF8.self)
                let isSmall = index > words.lowerBound && !word.traits.isDisjoint(with: [.particle, .connector])
                bytes.append(contentsOf: (isSmall ? spelling.lowercased() : titleCase(spelling)).utf8)
            } else {
                bytes.append(contentsOf: text.bytes[word.range])
            }
            let isAbbreviated = word.traits.contains(.abbreviation) || word.shape == .initials
            let next = word.range.upperBound
            if isAbbreviated, isSuffix || index < words.upperBound - 1,
                text.bytes[word.range].last != UInt8(ascii: "."),
                next < text.bytes.count, text.bytes[next] == UInt8(ascii: ".")
            {
                bytes.append(UInt8(ascii: "."))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `SPICER` as `Spicer`, `O'BRIEN` as `O'Brien`.
    private static func titleCase(_ word: String) -> String {
        var result = ""
        for (index, letter) in word.enumerated() {
            let isFirst = index == 0 || (index == 2 && (result.hasSuffix("'") || result.hasSuffix("’")))
            result += isFirst ? letter.uppercased() : letter.lowercased()
        }
        return result
    }
}
