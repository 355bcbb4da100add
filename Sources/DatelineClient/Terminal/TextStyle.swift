/// How text for people is laid out.
package struct TextStyle: Equatable, Sendable {
    /// Columns.
    package var width: Int
    /// Whether matches and headlines stand out; only on a terminal.
    package var bold: Bool
    /// Whether counts are drawn as bars; only on a terminal.
    package var bars: Bool

    package init(width: Int = 80, bold: Bool = false, bars: Bool = false) {
        self.width = width
        self.bold = bold
        self.bars = bars
    }

    /// Safe text, in bold where wanted.
    func strong(_ text: String) -> String {
        let safe = TerminalText.safe(text)
        return bold ? Self.boldOn + safe + Self.boldOff : safe
    }

    static let boldOn = "\u{1b}[1m"
    static let boldOff = "\u{1b}[22m"
}
