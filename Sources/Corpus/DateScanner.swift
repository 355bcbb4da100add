/// Finds the days that a text names in full, with their year, as newspapers and programs write them.
///
///     March 2, 2024    Aug. 3, 1997    Sept 5th 2001    3 August 1997    2nd of March, 2024    02-Mar-2024
///     2024-03-02    2024/3/2    2024.03.02
///
/// Not found is what means different days to different readers (`03/08/1997`, `2.3.24`), and what is the end of a range
/// (`2-4 March 2024`).
struct DateScanner {
    /// A day that a text names, and where.
    struct Found: Equatable {
        var day: CalendarDay
        /// Indexes of `words`.
        var words: Range<Int>
    }

    /// A run of letters or of digits, folded to small letters, and what stands before it.
    struct Word: Equatable {
        var text: Substring
        var gap: Substring
        /// The value of a number without its `st`, `nd`, `rd` or `th`; nil for letters.
        var number: Int?
        var digits: Int
    }

    let words: [Word]
    /// What follows the last word.
    let ending: Substring

    init(_ text: some StringProtocol) {
        var words: [Word] = []
        var rest = Substring(text.lowercased())
        var gap = rest.prefix(0)
        while let first = rest.first {
            if first.isASCII, first.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                var end = digits.endIndex
                let suffix = rest[end...].prefix { $0.isLetter }
                if ["st", "nd", "rd", "th"].contains(suffix) { end = suffix.endIndex }
                words.append(
                    Word(
                        text: rest[..<end], gap: gap, number: digits.count <= 8 ? Int(digits) : nil,
                        digits: digits.count))
                rest = rest[end...]
            } else if first.isLetter {
                let letters = rest.prefix { $0.isLetter }
                words.append(Word(text: letters, gap: gap, number: nil, digits: 0))
                rest = rest[letters.endIndex...]
            } else {
                let between = rest.prefix { !$0.isLetter && !($0.isASCII && $0.isNumber) }
                gap = between
                rest = rest[between.endIndex...]
                continue
            }
            gap = rest.prefix(0)
        }
        self.words = words
        ending = gap
    }

    /// The days, in the order of the text.
    func found() -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < words.count {
            if let date = date(at: index) {
                found.append(date)
                index = date.words.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func date(at index: Int) -> Found? {
        guard index + 2 < words.count else { return nil }
        let (first, second, third) = (words[index], words[index + 1], words[index + 2])
        // 2024-03-02
        if let year = year(first), let month = small(second), let day = small(third) {
            guard ["-", "/", "."].contains(second.gap), third.gap == second.gap, !isJoined(index) else { return nil }
            return Self.found(year, month, day, index..<index + 3)
        }
        // March 2, 2024
        if let month = Self.months[String(first.text)], let day = small(second), let year = year(third) {
            guard isBlank(second.gap, or: "."), isBlank(third.gap, or: ",") else { return nil }
            return Self.found(year, month, day, index..<index + 3)
        }
        // 2 March 2024, 2nd of March, 2024
        guard let day = small(first), !isJoined(index) else { return nil }
        let skipped = second.text == "of" ? 1 : 0
        guard index + 2 + skipped < words.count, let month = Self.months[String(words[index + 1 + skipped].text)],
            let year = year(words[index + 2 + skipped])
        else { return nil }
        let gaps = words[index + 1...index + 2 + skipped].map(\.gap)
        let isHyphened = gaps.allSatisfy { $0 == "-" }
        guard isHyphened || gaps.allSatisfy({ isBlank($0, or: ".") || isBlank($0, or: ",") }) else { return nil }
        return Self.found(year, month, day, index..<index + 3 + skipped)
    }

    private static func found(_ year: Int, _ month: Int, _ day: Int, _ words: Range<Int>) -> Found? {
        CalendarDay(year: year, month: month, day: day).map { Found(day: $0, words: words) }
    }

    /// Whether a word is the later part of a range or of a longer number: `2-4`, `7/2024-03-02`.
    private func isJoined(_ index: Int) -> Bool {
        guard index > 0, words[index - 1].digits > 0 else { return false }
        return ["-", "–", "/", ".", " - ", " – "].contains(words[index].gap)
    }

    private func small(_ word: Word) -> Int? { (1...2).contains(word.digits) ? word.number : nil }

    private func year(_ word: Word) -> Int? {
        word.digits == 4 && word.text.count == 4 ? word.number.flatMap { (1500...2199).contains($0) ? $0 : nil } : nil
    }

    /// Blanks, with one `mark` before, after or among them perhaps.
    private func isBlank(_ gap: Substring, or mark: Character) -> Bool {
        gap.count <= 4 && !gap.isEmpty && gap.allSatisfy { $0 == mark || ($0.isWhitespace && !$0.isNewline) }
            && gap.count { $0 == mark } <= 1
    }

    /// The numbers of months by their names in English, and as these are cut off.
    static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        var months: [String: Int] = ["sept": 9]
        for (index, name) in names.enumerated() {
            months[name] = index + 1
            months[String(name.prefix(3))] = index + 1
        }
        return months
    }()

    /// The numbers of days of the week, Sunday 0, as `CalendarDay.weekday` counts them.
    static let weekdays: [String: Int] = {
        let names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
        var weekdays: [String: Int] = ["tues": 2, "thur": 4, "thurs": 4]
        for (index, name) in names.enumerated() {
            weekdays[name] = index
            weekdays[String(name.prefix(3))] = index
        }
        return weekdays
    }()
}
