internal import Entities
internal import FoundationEssentials
internal import Glibc

/// Files of labelled articles, read by what their names end in.
package enum LabelledFile {
    /// The articles of a file: `.txt` as `MarkedReader` reads it, all else as `ColumnReader` does. Blocks.
    package static func articles(_ path: String) throws(EvaluationError) -> [LabelledArticle] {
        let contents = try contents(path)
        let articles =
            path.hasSuffix(".txt")
            ? try MarkedReader.articles(of: contents, name: path) : try ColumnReader.articles(of: contents, name: path)
        guard !articles.isEmpty else { throw EvaluationError("\(path): nothing is labelled in it") }
        return articles
    }

    /// The text of a file, or of standard input for `-`. Blocks.
    package static func contents(_ path: String) throws(EvaluationError) -> String {
        guard let bytes = path == "-" ? standardInput() : FileManager.default.contents(atPath: path) else {
            throw EvaluationError("\(path): cannot read the file", hint: "check that it is readable")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw EvaluationError("\(path): not UTF-8", hint: "convert it, for example with iconv")
        }
        return text
    }

    /// All of standard input, or nil when it cannot be read.
    private static func standardInput() -> Data? {
        var bytes = Data()
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(STDIN_FILENO, &piece, piece.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes.append(contentsOf: piece[..<count])
            } else if errno != EINTR {
                return nil
            }
        }
    }
}
