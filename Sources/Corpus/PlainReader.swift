/// Reads plain text files as news agencies and reporters leave them.
///
/// All parts but the story are optional, in this order: header lines (`Title: …`, `Date: …`) up to an empty line; the
/// mark `date 2025-08-02`; a headline of one short line before an empty line; the story, which may open with a
/// dateline.
enum PlainReader {
    /// A first line of more bytes than this is a paragraph, not a headline.
    private static let maximumHeadlineBytes = 150

    static func article(from text: String) -> Article {
        var article = Article(id: "", text: "")
        var rest = text.trimmed()[...]
        takeHeader(&rest, into: &article)
        takeDate(&rest, into: &article)
        if article.title == nil, let headline = takeHeadline(&rest) {
            article.title = headline
            takeDate(&rest, into: &article)
        }
        article.text = String(rest)
        return article
    }

    /// Takes the lines up to the first empty one when each of them is `Name: value` with a known name.
    private static func takeHeader(_ rest: inout Substring, into article: inout Article) {
        var filled = article
        var body = rest
        while !body.isEmpty {
            let line = body.prefix { $0 != "\n" }
            body = body.dropFirst(line.count + 1)
            if line.trimmed().isEmpty {
                article = filled
                rest = body.trimmed()[...]
                return
            }
            guard let colon = line.firstIndex(of: ":"),
                filled.setField(line[..<colon].trimmed(), [String(line[line.index(after: colon)...])])
            else { return }
        }
    }

    /// Takes `date 2025-08-02 ` at the start, or a line that holds nothing but a day: `March 2, 2024`.
    private static func takeDate(_ rest: inout Substring, into article: inout Article) {
        let line = rest.prefix { !$0.isNewline }
        if line.endIndex < rest.endIndex, line.utf8.count <= 60, let day = OpeningDate.day(alone: line) {
            article.date = article.date ?? day
            rest = rest.dropFirst(line.count + 1).trimmed()[...]
            return
        }
        guard rest.prefix(5).lowercased() == "date " else { return }
        let afterWord = rest.dropFirst(5)
        let digits = afterWord.prefix { !$0.isWhitespace }
        guard let day = CalendarDay(String(digits)) else { return }
        article.date = article.date ?? day
        rest = afterWord.dropFirst(digits.count).trimmed()[...]
    }

    /// Takes the first line when it is short, ends like no sentence, is no dateline and an empty line follows.
    private static func takeHeadline(_ rest: inout Substring) -> String? {
        let line = rest.prefix { $0 != "\n" }
        let after = rest.dropFirst(line.count + 1)
        let next = after.prefix { $0 != "\n" }
        guard line.utf8.count <= maximumHeadlineBytes, !after.isEmpty, next.trimmed().isEmpty,
            let last = line.trimmed().last(where: { !"\"'”’)]»".contains($0) }), !".,;:".contains(last),
            Dateline.find(in: line) == nil
        else { return nil }
        rest = after.trimmed()[...]
        return line.cleanLine()
    }
}
