/// Finds the day on which an article came out in what opens its text, when it says so without doubt.
///
/// Taken are a day on a line of its own (`Published: March 2, 2024`, `By Ann Lee | 2 March 2024, 5:30 p.m. GMT`), one
/// before the dash that opens the story (`Washington, March 2, 2024 -`), in the first paragraph one right after `today`, and
/// one with its day of the week among its first words (`The Senate on Saturday, March 2, 2024, voted`), unless the
/// paragraph tells of what will be. Other days in running text have a year because they are another time's.
/// A day of the week that is not the day's makes it no day at all. `On Friday` is none.
enum OpeningDate {
    /// Lines that are looked at, and characters.
    private static let (mostLines, mostCharacters) = (6, 1_500)
    /// A line of more bytes is a paragraph.
    private static let longestStamp = 120
    /// How far into the story the dash may stand, and how long a first paragraph is looked at.
    private static let (farthestDash, longestLead) = (80, 400)
    /// How many words of the story may stand before a day with its day of the week: news begins with its day, and comes to
    /// other days later.
    private static let latestWord = 8

    static func day(in text: String) -> CalendarDay? {
        let opening = text.prefix(mostCharacters)
        let lines = opening.split(whereSeparator: \.isNewline).map { $0.trimmed() }.filter { !$0.isEmpty }
            .prefix(mostLines)
        let stamps = lines.filter { $0.utf8.count <= longestStamp }.flatMap(stamps)
        let days = Set(stamps.filter { !$0.isUpdate }.map(\.day))
        if days.count > 1 { return nil }
        if let day = days.first { return day }
        let updates = Set(stamps.map(\.day))
        if updates.count == 1 { return updates.first }
        guard let first = lines.first else { return nil }
        return beforeDash(first) ?? lines.first { $0.utf8.count > longestStamp || $0 == first }.flatMap(inLead)
    }

    /// The day of a line that holds nothing but a day and perhaps its day of the week, `Date`, `Published` or the like.
    static func day(alone line: some StringProtocol) -> CalendarDay? {
        let found = stamps(String(line))
        return found.count == 1 && !line.contains(where: { "|·•".contains($0) }) ? found[0].day : nil
    }

    private struct Stamp {
        var day: CalendarDay
        /// When the text was changed, rather than published.
        var isUpdate: Bool
    }

    /// The days of a line's parts that hold nothing else.
    private static func stamps(_ line: String) -> [Stamp] {
        line.split { "|·•".contains($0) }.compactMap { part in
            let scanner = DateScanner(part)
            let found = scanner.found()
            guard found.count == 1, let date = found.first, agrees(date, in: scanner) else { return nil }
            let others = scanner.words.indices.filter { !date.words.contains($0) }.map { scanner.words[$0] }
            guard others.allSatisfy(isStampWord) else { return nil }
            return Stamp(day: date.day, isUpdate: others.contains { updates.contains(String($0.text)) })
        }
    }

    private static func isStampWord(_ word: DateScanner.Word) -> Bool {
        // Hours and minutes, with zones such as `+02:00`.
        if word.digits > 0 { return word.digits <= 4 }
        let text = String(word.text)
        return labels.contains(text) || updates.contains(text) || DateScanner.weekdays[text] != nil
    }

    /// The day of `Washington, March 2, 2024 - …` and of `March 2, 2024 (Reuters) — …`.
    private static func beforeDash(_ line: String) -> CalendarDay? {
        let start = line.prefix(farthestDash + 3)
        for dash in [" - ", " -- ", " – ", " — ", "— ", "—"] {
            guard let range = start.firstRange(of: dash) else { continue }
            let scanner = DateScanner(start[..<range.lowerBound])
            let found = scanner.found()
            // A place, a day, an agency: no more words than these have.
            guard found.count == 1, let date = found.first, agrees(date, in: scanner), date.words.lowerBound <= 5,
                scanner.words.count - date.words.upperBound <= 3
            else { return nil }
            return date.day
        }
        return nil
    }

    private static func inLead(_ line: String) -> CalendarDay? {
        let scanner = DateScanner(line.prefix(longestLead))
        let found = scanner.found()
        guard Set(found.map(\.day)).count == 1, let date = found.first, date.words.lowerBound > 0 else { return nil }
        let before = String(scanner.words[date.words.lowerBound - 1].text)
        if before == "today" { return date.day }
        guard DateScanner.weekdays[before] != nil, agrees(date, in: scanner), date.words.lowerBound < Self.latestWord,
            !scanner.words.contains(where: { Self.elsewhen.contains(String($0.text)) })
        else { return nil }
        return date.day
    }

    /// Whether a day of the week right before the day, if there is one, is the day's.
    private static func agrees(_ date: DateScanner.Found, in scanner: DateScanner) -> Bool {
        guard date.words.lowerBound > 0 else { return true }
        let before = String(scanner.words[date.words.lowerBound - 1].text)
        return DateScanner.weekdays[before].map { $0 == date.day.weekday } ?? true
    }

    /// Words of a first paragraph that tell of another day than its own.
    private static let elsewhen: Set<String> = [
        "will", "would", "upcoming", "begin", "begins", "scheduled", "expected", "since", "until", "anniversary",
    ]

    private static let updates: Set<String> = ["updated", "modified", "revised", "changed"]

    private static let labels: Set<String> = [
        "published", "posted", "first", "last", "issued", "released", "release", "filed", "date", "dated", "on", "at",
        "a",
        "p", "m", "am", "pm", "t", "z", "gmt", "utc", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "pst",
        "pdt",
        "pt", "bst", "cet", "cest", "ist", "jst", "for", "immediate",
    ]
}
