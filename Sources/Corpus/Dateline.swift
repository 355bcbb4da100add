/// Finds the dateline that opens a news story.
enum Dateline {
    /// The dateline at the start of a text, without the mark that ends it: `WASHINGTON` of `WASHINGTON: …`,
    /// `SALVADOR, Feb 26` of `SALVADOR, Feb 26 - …`, `PARIS (Reuters)` of `PARIS (Reuters) — …`. Nil for other
    /// openings.
    ///
    /// It begins with one to three words in capitals, all its words begin with a capital or a digit, and it has at most
    /// 80 characters. Speakers and labels (`THE PRESIDENT:`, `BREAKING:`) are none.
    static func find(in text: some StringProtocol) -> String? {
        var candidate = String.UnicodeScalarView()
        var scalars = text.unicodeScalars.prefix(maximumLength + 2)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "—", "–",
                "-" where candidate.last == " ", ":" where scalars.first == " ":
                let dateline = String(candidate).trimmed()
                return isDateline(dateline) ? dateline : nil
            case "\n", ":", ";", "\"", "“", "?", "!": return nil
            default: candidate.append(scalar)
            }
        }
        return nil
    }

    private static let maximumLength = 80

    private static func isDateline(_ candidate: String) -> Bool {
        let place = words(of: candidate.prefix { $0 != "," && $0 != "/" && $0 != "(" })
        guard let first = place.first, (1...3).contains(place.count), isCapitals(first) else { return false }
        // "ENSURING SAFETY: …" is a headline, "BEIJING: …" is not.
        if labels.contains(String(first)) || place.count > 1 && first.hasSuffix("ING") { return false }
        if first == "THE", place.last != "HAGUE" { return false }
        return words(of: candidate[...]).allSatisfy {
            !($0.first?.isLowercase ?? false) || particles.contains(String($0))
        }
    }

    private static func words(of text: Substring) -> [Substring] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "." }
    }

    /// Two letters or more, none of them small; `U.S.` is.
    private static func isCapitals(_ word: Substring) -> Bool {
        word.count(where: \.isLetter) >= 2 && !word.contains(where: \.isLowercase)
    }

    private static let particles: Set<String> = [
        "de", "da", "do", "del", "di", "el", "la", "of", "the", "and", "am", "upon",
    ]

    /// First words in capitals that name a speaker or a kind of text.
    private static let labels: Set<String> = [
        "MR", "MR.", "MS", "MS.", "MRS", "MRS.", "DR", "DR.", "PRESIDENT", "VICE", "SENATOR", "SECRETARY", "SENIOR",
        "SUBJECT",
        "PRIME", "MODERATOR", "MYTH", "TO", "FROM", "RE", "BREAKING", "UPDATE", "UPDATED", "EXCLUSIVE", "FACT",
        "FACTBOX", "WATCH", "LIVE", "READ",
        "EDITORIAL", "OPINION", "NOTE", "ANALYSIS", "CORRECTION", "PHOTO", "PHOTOS", "VIDEO", "PRESS", "URGENT",
        "FLASH",
        "ALERT", "WRAPUP", "EXPLAINER", "TIMELINE", "QUESTION", "ANSWER", "WHAT", "WHY", "HOW",
    ]
}
