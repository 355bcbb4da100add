/// The value slot's form of an ascending list of ids: differences, as `ByteWriter` integers.
enum PackedIDs {
    static func encode(_ ids: [UInt32]) -> [UInt8] {
        var writer = ByteWriter()
        var last: UInt32 = 0
        for id in ids {
            writer.write(UInt64(id - last))
            last = id
        }
        return writer.bytes
    }

    /// - Throws: `SearchIndexError.corrupt` for bytes that end early or ids beyond 32 bits.
    static func decode(_ bytes: ArraySlice<UInt8>) throws(SearchIndexError) -> [UInt32] {
        var reader = ByteReader(Array(bytes))
        var ids: [UInt32] = []
        var last: UInt32 = 0
        while !reader.isAtEnd {
            let (sum, overflow) = last.addingReportingOverflow(UInt32(try reader.readCount()))
            if overflow { throw .corrupt("a list of values overflows") }
            last = sum
            ids.append(sum)
        }
        return ids
    }
}
