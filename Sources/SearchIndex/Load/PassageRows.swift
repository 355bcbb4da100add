/// What the columns take of passages that are not in the index yet, in a few bytes each.
struct PassageRows: Sendable {
    private var writer = ByteWriter()

    mutating func append(_ row: PassageRow) {
        writer.write(UInt64(row.length))
        writer.write(UInt64(row.articleLength))
        for values in row.values {
            writer.write(values.count)
            var last: UInt32 = 0
            for value in values {
                writer.write(UInt64(value - last))
                last = value
            }
        }
    }

    /// Reads the rows from the first on.
    var reader: Reader { Reader(bytes: ByteReader(writer.bytes)) }

    /// Gives one row after the other.
    struct Reader {
        fileprivate var bytes: ByteReader

        var isAtEnd: Bool { bytes.isAtEnd }

        /// The next passage's row.
        /// - Throws: `corrupt` past the end.
        mutating func next() throws(SearchIndexError) -> PassageRow {
            let length = UInt32(try bytes.readCount())
            let articleLength = UInt32(try bytes.readCount())
            var rows: [[UInt32]] = []
            rows.reserveCapacity(Field.facets.count)
            for _ in Field.facets {
                var row: [UInt32] = []
                var last: UInt32 = 0
                for _ in 0..<(try bytes.readCount()) {
                    last &+= UInt32(try bytes.readCount())
                    row.append(last)
                }
                rows.append(row)
            }
            return PassageRow(length: length, articleLength: articleLength, values: rows)
        }
    }
}
