/// The words that commits brought into the database for the first time, in their order: what a table of words that was
/// read from an earlier revision lacks. Append-only; a copy stays as it was when taken.
struct WordLog: Sendable {
    /// The database that the log goes on from, as it was when the log began. Another database has another.
    final class Beginning: Sendable {}

    private(set) var beginning = Beginning()
    private var words = ValueTable()

    var count: Int { words.count }

    /// The words from number `first` on.
    func words(from first: Int) -> [[UInt8]] {
        (first..<max(first, count)).map { Array(words[UInt32($0)].utf8) }
    }

    mutating func append(_ word: [UInt8]) { words.append(String(decoding: word, as: UTF8.self)) }

    /// An empty log, after words have come that it does not have.
    mutating func restart() { self = WordLog() }
}
