/// The one tokenizer: the same bytes give the same tokens to indexing, queries, highlights and entities.
///
/// Words are runs of Unicode letters, digits and marks. Inside a word these join: an apostrophe before a letter
/// (`o'clock`, `Trump’s`), the dots of an acronym of single letters (`U.S.`), a dot between digits (`3.65`), a comma
/// before three digits (`60,000`), an ampersand among three letters (`AT&T`). All else separates, hyphens too.
/// Scripts without spaces give a token for each character and one for each pair of neighbours.
package enum Tokenizer {
    /// Tokens in text order. Never traps on any bytes; bytes that are not UTF-8 separate.
    ///
    /// Offsets are 32 bits wide, so bytes past 2 GiB − 1 are left out; readers refuse far smaller texts already.
    package static func tokens(in text: Span<UInt8>) -> [Token] {
        var scanner = TokenScanner(capacity: text.count / 5)
        scanner.scan(text)
        return scanner.tokens
    }

    /// Tokens of a string, with offsets into its UTF-8 form.
    package static func tokens(in text: String) -> [Token] {
        tokens(in: text.utf8.span)
    }
}
