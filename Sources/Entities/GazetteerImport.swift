internal import TextAnalysis

/// Takes in a user's gazetteer as it arrives, in the project's own columns or as a dump of GeoNames, and makes a table of
/// it.
///
///     var file = GazetteerImport(name: "harbours", known: gazetteer)
///     for piece in body { try file.feed(piece) }
///     let table = try file.finish()
///
/// Each line is looked at as far as a line can be; whether the rows go together with all others shows when a `Gazetteer`
/// is made of them.
package struct GazetteerImport: Sendable {
    /// What a file turned out to be.
    package enum Format: String, Sendable { case tsv, geonames }

    /// What is made of a file.
    package struct Table: Equatable, Sendable {
        package var format: Format
        /// Rows in the project's columns, as `Gazetteer.init(tables:)` reads them.
        package var contents: String
        package var rows: Int
        /// Rows of a dump that are of other classes, too small, or there already.
        package var leftOut: Int
    }

    private let name: String
    private var places: GeoNamesTable
    private var format: Format?
    private var contents = ""
    private var rows = 0
    private var line: [UInt8] = []
    private var number = 0

    /// A line of more bytes is no row.
    static let longestLine = 1 << 20
    /// A table of more bytes, or more rows, is refused: it would be in memory whole, and read at every start.
    static let mostBytes = 64 << 20
    static let mostRows = 250_000

    /// - Parameters:
    ///   - name: What errors are reported under.
    ///   - minimumPopulation: Places of a dump that have fewer people are left out.
    ///   - known: The project's gazetteer, whose ordinary words no place of a dump is named by.
    package init(name: String, minimumPopulation: Int = 5_000, known: Gazetteer) {
        self.name = name
        places = GeoNamesTable(minimumPopulation: minimumPopulation, known: known)
    }

    /// Takes a piece.
    /// - Throws: `GazetteerError` with the line that cannot be used; `tooLarge`.
    package mutating func feed(_ piece: some Sequence<UInt8>) throws(GazetteerError) {
        for byte in piece {
            if byte == 0x0A {
                try take()
            } else {
                line.append(byte)
                if line.count > Self.longestLine {
                    throw malformed("the line is longer than \(Self.longestLine) bytes")
                }
            }
        }
    }

    /// Takes what is left, and gives the table.
    /// - Throws: `GazetteerError`, also `empty` when there is no row.
    package mutating func finish() throws(GazetteerError) -> Table {
        if !line.isEmpty { try take() }
        guard let format else {
            throw GazetteerError(
                code: .empty, message: "\(name): there is no row in it", hint: "index/README.md tells the columns")
        }
        if format == .tsv { return Table(format: format, contents: contents, rows: rows, leftOut: 0) }
        let table = places.table()
        if table.rows == 0 {
            throw GazetteerError(
                code: .empty, message: "\(name): no place in it is large enough",
                hint: "take a lower population with --min-population")
        }
        return table
    }

    private mutating func take() throws(GazetteerError) {
        number += 1
        defer { line.removeAll(keepingCapacity: true) }
        if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        // All of them: what is kept is read line by line again, and loses one there.
        while line.last == 0x0D { line.removeLast() }
        guard let text = String(validating: line, as: UTF8.self) else {
            throw GazetteerError(
                code: .notText, message: "\(name):\(number): not UTF-8",
                hint: "convert the file, for example with iconv")
        }
        let isRow = !text.isEmpty && !text.hasPrefix("#")
        if isRow, format == nil { format = GeoNamesRow.looksLikeOne(text) ? .geonames : .tsv }
        switch format {
        case .geonames?:
            if isRow { try places.add(text, file: name, line: number) }
            rows = places.count
        case .tsv?, nil:
            if isRow {
                _ = try GazetteerRow.row(text[...], file: name, number: number)
                rows += 1
            }
            contents += text + "\n"
        }
        if rows > Self.mostRows || contents.utf8.count > Self.mostBytes { throw tooLarge }
    }

    private func malformed(_ what: String) -> GazetteerError {
        GazetteerError(
            code: .malformedRow, message: "\(name):\(number + 1): \(what)", hint: "index/README.md tells the columns")
    }

    private var tooLarge: GazetteerError {
        GazetteerError(
            code: .tooLarge, message: "\(name):\(number): more than \(Self.mostRows) rows or \(Self.mostBytes) bytes",
            hint: "divide the file; of a dump of GeoNames take fewer places with --min-population")
    }
}
