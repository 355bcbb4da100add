package import DatelineAPI

/// Words and names that complete what was typed, one a line.
package enum SuggestionLines {
    /// `articles⇥passages⇥type=text`, with `-` for the articles of a word. The last column of a name is a filter.
    package static func tabSeparated(_ suggestions: [Suggestion]) -> String {
        TabSeparated.render(
            suggestions.map { [$0.articles.map(String.init) ?? "-", String($0.passages), "\($0.type)=\($0.text)"] })
    }

    /// The text alone.
    package static func texts(_ suggestions: [Suggestion], end: String) -> String {
        suggestions.map { $0.text + end }.joined()
    }
}
