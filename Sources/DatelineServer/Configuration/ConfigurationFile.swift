import Glibc

/// A file of lines `name = value`; `#` begins a comment. `docs/GUIDE.md` lists the names.
struct ConfigurationFile {
    struct Line {
        var number: Int
        var name: String
        var value: Substring
    }

    let path: String
    let lines: [Line]

    /// - Throws: `StartupError`: the file cannot be read, or a line is none.
    init(path: String) throws(StartupError) {
        guard let text = Self.contents(of: path) else {
            throw StartupError("\(path) cannot be read: \(StartupError.reason(errno))")
        }
        try self.init(text: text, path: path)
    }

    init(text: String, path: String) throws(StartupError) {
        var lines: [Line] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = Self.trimmed(line.prefix { $0 != "#" })
            if line.isEmpty { continue }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else {
                throw StartupError("\(path):\(index + 1): this is not `name = value`")
            }
            lines.append(Line(number: index + 1, name: String(Self.trimmed(parts[0])), value: Self.trimmed(parts[1])))
        }
        self.path = path
        self.lines = lines
    }

    /// The text of a small file; nil when it cannot be read, with the reason in `errno`.
    static func contents(of path: String) -> String? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return ferror(file) == 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let isSpace = { (character: Character) in character == " " || character == "\t" || character == "\r" }
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return text
    }
}
