extension DateRange {
    /// The range that a text names: a year, a month, a day, or two of them with `..` between, one of which may be missing.
    ///
    /// `2025`, `2025-07`, `2025-07-15`, `2025-07..2025-08`, `2025-07..`, `..2025`.
    /// - Throws: `QueryError` with the code `bad_date`; its position is an offset into `text`.
    package init(parsing text: String) throws(QueryError) {
        let bytes = Array(text.utf8)
        var from: UInt32?
        var through: UInt32?
        if let dots = bytes.indices.dropLast().first(where: {
            bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == bytes[$0]
        }) {
            if dots > 0 { from = try Self.days(bytes[..<dots]).first }
            if dots + 2 < bytes.count { through = try Self.days(bytes[(dots + 2)...]).last }
        } else {
            (from, through) = try Self.days(bytes[...])
        }
        guard let range = Self(from: from, through: through) else {
            throw QueryError(
                .badDate, from == nil ? "The range has no date." : "The range ends before it begins.",
                hint: "Write a range as 2025-07..2025-08; one of its ends may be left out.", at: 0)
        }
        self = range
    }

    /// The first day of the year, month or day in `text`, as `yyyymmdd`: what `--since` means.
    /// - Throws: `QueryError` with the code `bad_date`.
    package static func firstDay(of text: String) throws(QueryError) -> UInt32 {
        try days(Array(text.utf8)[...]).first
    }

    /// The last day of the year, month or day in `text`, as `yyyymmdd`: what `--until` means.
    /// - Throws: `QueryError` with the code `bad_date`.
    package static func lastDay(of text: String) throws(QueryError) -> UInt32 {
        try days(Array(text.utf8)[...]).last
    }
}

extension DateRange {
    /// The days of a year, month or day. The slice's first index is the position of an error.
    private static func days(_ text: ArraySlice<UInt8>) throws(QueryError) -> (first: UInt32, last: UInt32) {
        let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        // Four, two and two digits: no number here can overflow, and 2025-7 is not taken for a year and a day.
        let wellFormed = zip(parts, [4, 2, 2]).allSatisfy { part, width in
            part.count == width && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        if wellFormed && parts.count <= 3 {
            let numbers = parts.map { $0.reduce(0) { $0 * 10 + UInt32($1 - UInt8(ascii: "0")) } }
            let year = numbers[0] * 10_000
            let month = numbers.count > 1 ? numbers[1] : nil
            let day = numbers.count > 2 ? numbers[2] : nil
            let first = year + (month ?? 1) * 100 + (day ?? 1)
            let last = year + (month ?? 12) * 100 + (day ?? lastDay(ofMonth: month ?? 12, year: numbers[0]))
            if Self(from: first, through: last) != nil { return (first, last) }
        }
        throw QueryError(
            .badDate, "This is not a date.",
            hint: "Write a year, a month or a day: 2025, 2025-07 or 2025-07-15.", at: text.startIndex)
    }
}

extension DateRange: CustomStringConvertible {
    /// The range as a query writes it: `2025-07-15`, `2025-07-01..2025-07-31`, `2025-07-01..`.
    package var description: String {
        let ends = [from, through].map { $0.map(DateUnit.day.text) ?? "" }
        return ends[0] == ends[1] ? ends[0] : "\(ends[0])..\(ends[1])"
    }
}
