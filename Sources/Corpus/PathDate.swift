/// Finds the day in the name of a file or in an address.
///
/// `2024-03-02-title.md`, `reuters_20240302_oil.txt`, `2024/03/02/title.html`, `/world/2024/mar/02/title`. Days that are
/// not written with the year first are left alone, and so are names with more than one day.
enum PathDate {
    /// The day in the last component, or else in the folders before it, the nearest first.
    static func day(ofFile path: String) -> CalendarDay? {
        let parts = path.split(separator: "/")
        guard let last = parts.last else { return nil }
        let own = days(in: last)
        if !own.isEmpty { return own.count == 1 ? own.first : nil }
        return folders(parts.dropLast())
    }

    /// The day in the path of an address.
    static func day(ofAddress address: String) -> CalendarDay? {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard let scheme = path.firstRange(of: "://") else { return day(ofFile: String(path)) }
        return day(ofFile: String(path[scheme.upperBound...].drop { $0 != "/" }))
    }

    private static func folders(_ parts: ArraySlice<Substring>) -> CalendarDay? {
        for end in parts.indices.reversed() {
            if let day = CalendarDay(String(parts[end])), isLikely(day) { return day }
            guard end - 2 >= parts.startIndex else { continue }
            let (year, month, day) = (parts[end - 2], parts[end - 1], parts[end])
            guard year.utf8.count == 4, (1...2).contains(day.utf8.count), let year = number(year), let day = number(day)
            else { continue }
            guard let month = month.utf8.count <= 2 ? number(month) : DateScanner.months[month.lowercased()] else {
                continue
            }
            if let found = CalendarDay(year: year, month: month, day: day), isLikely(found) { return found }
        }
        return nil
    }

    /// The different days in a name: eight digits, or four, two and two with one sign between, and no digits around.
    private static func days(in name: Substring) -> Set<CalendarDay> {
        var days: Set<CalendarDay> = []
        let bytes = Array(name.utf8)
        func isDigit(_ index: Int) -> Bool { bytes.indices.contains(index) && bytes[index] &- 0x30 < 10 }
        func value(_ range: Range<Int>) -> UInt32? {
            guard range.upperBound <= bytes.count, range.allSatisfy(isDigit) else { return nil }
            return bytes[range].reduce(0) { $0 * 10 + UInt32($1 - 0x30) }
        }
        for start in bytes.indices where isDigit(start) && !isDigit(start - 1) {
            var run = start
            while isDigit(run) { run += 1 }
            var day: CalendarDay?
            if run - start == 8 || run - start == 14, let number = value(start..<start + 8) {
                // Fourteen are a day and a time.
                day = CalendarDay(yyyymmdd: number)
            } else if run - start == 4, run + 6 <= bytes.count, "-_.".utf8.contains(bytes[run]),
                bytes[run + 3] == bytes[run], !isDigit(run + 6), let year = value(start..<run),
                let month = value(run + 1..<run + 3), let number = value(run + 4..<run + 6)
            {
                day = CalendarDay(year: Int(year), month: Int(month), day: Int(number))
            }
            if let day, isLikely(day) { days.insert(day) }
        }
        return days
    }

    private static func number(_ digits: Substring) -> Int? {
        digits.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(digits) : nil
    }

    /// Numbers that are no dates seldom fall into these years.
    private static func isLikely(_ day: CalendarDay) -> Bool { (1800_00_00...2100_00_00).contains(day.yyyymmdd) }
}
