import Corpus

/// What the files of a folder of columns hold: of which database, at which revision, how much and with which
/// checksums. Printed, it is the file `stamp`:
///
///     dateline columns 1
///     uuid 6a0c…
///     revision 12
///     articles 4
///     column length 7 00f3…
///     …
///     end 77ab…
struct ColumnStamp: Equatable, LosslessStringConvertible {
    struct Entry: Equatable {
        /// Elements.
        var count: Int
        var checksum: UInt64
    }

    var uuid: String
    var revision: UInt64
    var articleCount: Int
    /// By the name of the file.
    var columns: [String: Entry] = [:]

    /// Raised when files of an earlier program mean something else.
    private static let opening = "dateline columns 1"

    init(uuid: String, revision: UInt64, articleCount: Int) {
        self.uuid = uuid
        self.revision = revision
        self.articleCount = articleCount
    }

    /// Reads what `description` prints; nil for anything else, a damaged stamp above all.
    init?(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.popLast() == "", let end = lines.popLast() else { return nil }
        let body = lines.map { $0 + "\n" }.joined()
        guard end == "end \(StableHash(body))", lines.count >= 4, lines[0] == Self.opening else { return nil }
        let words = lines[1...].map { $0.split(separator: " ") }
        guard words.allSatisfy({ $0.count >= 2 }), let revision = UInt64(words[1][1]), let articles = Int(words[2][1])
        else { return nil }
        self.init(uuid: String(words[0][1]), revision: revision, articleCount: articles)
        for column in words[3...] {
            guard column.count == 4, let count = Int(column[2]), let checksum = UInt64(column[3], radix: 16) else {
                return nil
            }
            columns[String(column[1])] = Entry(count: count, checksum: checksum)
        }
    }

    var description: String {
        var text = "\(Self.opening)\nuuid \(uuid)\nrevision \(revision)\narticles \(articleCount)\n"
        for (name, entry) in columns.sorted(by: { $0.key < $1.key }) {
            text += "column \(name) \(entry.count) \(String(entry.checksum, radix: 16))\n"
        }
        return text + "end \(StableHash(text))\n"
    }
}
