/// A program of the user's own that finds names in passages, and how much the index waits for it.
///
/// `docs/ENTITIES.md` has the protocol for those who write one.
package struct RecognizerCommand: Equatable, Sendable {
    /// The program, looked for in `$PATH` when it has no slash, and its arguments.
    package var words: [String]
    /// How long it may say nothing while it has passages to answer for.
    package var patience = Duration.seconds(30)
    /// The same before its first answer: it may have a model to load.
    package var startPatience = Duration.seconds(60)
    /// How many passages it is sent before it answers the first of them.
    package var window = 64
    /// A line of its output with more bytes than this is taken for rubbish.
    package var longestLine = 16 << 20

    /// - Parameter words: not empty.
    package init(words: [String]) { self.words = words }

    /// Reads a command line: words with blanks between, in which quotes and backslashes mean what they mean to a shell.
    /// Nothing else does: no variables, no wildcards, no pipes. Nil when it is empty or a quote is left open.
    package init?(commandLine: String) {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var rest = commandLine[...]
        while let character = rest.popFirst() {
            switch (character, quote) {
            case ("'", nil), ("\"", nil):
                quote = character
                word = word ?? ""
            case (let end, let open) where end == open: quote = nil
            case ("\\", nil):
                guard let next = rest.popFirst() else { return nil }
                word = (word ?? "") + String(next)
            case ("\\", "\"") where rest.first == "\"" || rest.first == "\\":
                if let next = rest.popFirst() { word?.append(next) }
            case (let blank, nil) where blank.isWhitespace:
                if let word { words.append(word) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        guard quote == nil, let program = words.first, !program.isEmpty else { return nil }
        self.init(words: words)
    }
}
