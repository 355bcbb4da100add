/// One line of a batch: a query, and what it is called.
struct BatchLine: Equatable, Sendable {
    /// From 1.
    var number: Int
    /// What stands before the line's first tab; nil for a line without one.
    var name: String?
    /// The query; empty is everything.
    var query: String

    init(number: Int, text: String) {
        self.number = number
        if let tab = text.utf8.firstIndex(of: UInt8(ascii: "\t")) {
            name = String(text[..<tab])
            query = String(text[text.utf8.index(after: tab)...])
        } else {
            query = text
        }
    }
}
