/// One row of a table, checked as far as one row can be.
struct GazetteerRow {
    enum Kind: Equatable {
        case name(GazetteerEntry.Kind)
        case word(WordTraits)
    }

    var kind: Kind
    var name: String
    var aliases: [String]
    var parent: String
    var file: String
    var line: Int

    /// Rows of a stage are read with the help of those of the stages before.
    var stage: Int {
        switch kind {
        case .word: 0
        case .name(.title): 1
        case .name: 2
        }
    }

    /// The rows of `contents`, in order.
    static func rows(of contents: String, file: String) throws(GazetteerError) -> [GazetteerRow] {
        var rows: [GazetteerRow] = []
        var number = 0
        // By bytes: the daemon reads some 50,000 rows when it starts.
        for line in contents.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            rows.append(try row(Substring(line), file: file, number: number))
        }
        return rows
    }

    /// One row.
    static func row(_ line: Substring, file: String, number: Int) throws(GazetteerError) -> GazetteerRow {
        let columns = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(Substring($0))
        }
        guard (2...5).contains(columns.count), !columns[1].isEmpty else {
            throw GazetteerError(
                code: .malformedRow,
                message: "\(file):\(number): expected 2 to 5 columns with a name, found \(columns.count)",
                hint: "write type, name, aliases (separated by |), parent and note with tabs between")
        }
        guard let kind = kind(columns[0]) else {
            throw GazetteerError(
                code: .unknownType, message: "\(file):\(number): unknown type '\(columns[0])'",
                hint: "use one of the types that index/README.md lists")
        }
        let aliases =
            columns.count > 2 ? columns[2].utf8.split(separator: UInt8(ascii: "|")).map { String(Substring($0)) } : []
        let parent = columns.count > 3 ? columns[3] : ""
        return GazetteerRow(kind: kind, name: columns[1], aliases: aliases, parent: parent, file: file, line: number)
    }

    private static func kind(_ type: String) -> Kind? {
        if let kind = GazetteerEntry.Kind(rowType: type) { return .name(kind) }
        return WordTraits(rowType: type).map(Kind.word)
    }
}
