/// What a backup says about itself: the first file in it. Printed:
///
///     dateline backup 1
///     uuid 6a0c…
///     revision 12
///     articles 4
///     passages 9
///     file 8192 db/postlist.glass
///     …
///     end
///
/// Whoever restores holds the files to it, so that an archive that was cut short is noticed.
package struct BackupManifest: Equatable, Sendable, LosslessStringConvertible {
    /// Its name in the archive.
    package static let name = "dateline-backup"
    private static let opening = "dateline backup 1"

    package struct File: Equatable, Sendable {
        /// Its path in an index's folder.
        package var name: String
        package var bytes: Int

        package init(name: String, bytes: Int) {
            self.name = name
            self.bytes = bytes
        }
    }

    package var uuid: String
    package var revision: Int
    package var articles: Int
    package var passages: Int
    package var files: [File]

    package init(uuid: String, revision: Int, articles: Int, passages: Int, files: [File]) {
        self.uuid = uuid
        self.revision = revision
        self.articles = articles
        self.passages = passages
        self.files = files
    }

    /// Reads what `description` prints; nil for anything else.
    package init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 7, lines[0] == Self.opening, lines.suffix(2) == ["end", ""] else { return nil }
        func value(_ number: Int, _ key: String) -> Substring? {
            lines[number].hasPrefix(key + " ") ? lines[number].dropFirst(key.count + 1) : nil
        }
        guard let uuid = value(1, "uuid"), let revision = value(2, "revision").flatMap({ Int($0) }),
            let articles = value(3, "articles").flatMap({ Int($0) }),
            let passages = value(4, "passages").flatMap({ Int($0) })
        else { return nil }
        self.init(uuid: String(uuid), revision: revision, articles: articles, passages: passages, files: [])
        for number in 5..<lines.count - 2 {
            guard let words = value(number, "file")?.split(separator: " ", maxSplits: 1), words.count == 2,
                let bytes = Int(words[0])
            else { return nil }
            files.append(File(name: String(words[1]), bytes: bytes))
        }
    }

    package var description: String {
        "\(Self.opening)\nuuid \(uuid)\nrevision \(revision)\narticles \(articles)\npassages \(passages)\n"
            + files.map { "file \($0.bytes) \($0.name)\n" }.joined() + "end\n"
    }
}
