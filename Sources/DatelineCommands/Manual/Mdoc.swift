/// Lines of mdoc(7) under construction.
struct Mdoc {
    private(set) var text = ""

    /// A line with a macro: `.Sh NAME`. The words are as mdoc wants them.
    mutating func macro(_ line: String) { text += ".\(line)\n" }

    /// Text that is filled, a sentence a line.
    mutating func prose(_ prose: String) {
        for sentence in Self.sentences(prose) { text += Self.escaped(sentence, startsLine: true) + "\n" }
    }

    /// Lines as they are.
    mutating func literal(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        macro("Bd -literal -offset indent")
        for line in lines { text += Self.escaped(line, startsLine: true) + "\n" }
        macro("Ed")
    }

    /// A word beside a macro: no macro itself, whatever it says.
    static func word(_ word: String) -> String {
        let safe = escaped(word, startsLine: false).split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\\(dq")
        return safe.contains(" ") ? "\"\\&\(safe)\"" : "\\&\(safe)"
    }

    /// Backslashes, what is not ASCII, and a control character at the start of a line.
    private static func escaped(_ text: String, startsLine: Bool) -> String {
        var result = startsLine && (text.hasPrefix(".") || text.hasPrefix("'")) ? "\\&" : ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
            }
        }
        return result
    }

    /// The text cut after each full stop that a capital follows.
    private static func sentences(_ text: String) -> [String] {
        var sentences: [String] = [""]
        let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" })
        for (number, word) in words.enumerated() {
            sentences[sentences.count - 1] += (sentences[sentences.count - 1].isEmpty ? "" : " ") + word
            let next = number + 1 < words.count ? words[number + 1].first : nil
            if word.hasSuffix("."), next?.isUppercase == true { sentences.append("") }
        }
        return sentences.filter { !$0.isEmpty }
    }
}
