extension Unicode.Scalar {
    /// Whether the scalar separates words of a query: white space of any width, control characters,
    /// the zero-width space and the byte order mark. The joiners of Persian or Hindi words do not.
    var isQuerySpace: Bool {
        value == 0x200B || value == 0xFEFF || properties.isWhitespace || properties.generalCategory == .control
    }

    /// Whether the scalar opens or closes a phrase: `"`, `“`, `”` or `„`.
    var isQueryQuote: Bool {
        switch self {
        case "\"", "\u{201C}", "\u{201D}", "\u{201E}": true
        default: false
        }
    }

    /// Whether the scalar can be part of a field's name. Text before a colon with any other is a word, such as `12:30`.
    var isFieldNamePart: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "_": true
        default: false
        }
    }
}
