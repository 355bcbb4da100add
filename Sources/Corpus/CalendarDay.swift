/// A day of the Gregorian calendar, without time or zone.
package struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible, LosslessStringConvertible {
    /// The day as one decimal number, such as 20250802. It orders as days do.
    package var yyyymmdd: UInt32 { UInt32(year) * 10_000 + UInt32(month) * 100 + UInt32(day) }

    /// The day of the week: Sunday 0, Saturday 6. After Sakamoto's method, which holds for the Gregorian calendar.
    package var weekday: Int {
        let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = Int(self.year) - (month < 3 ? 1 : 0)
        return (year + year / 4 - year / 100 + year / 400 + offsets[Int(month) - 1] + Int(day)) % 7
    }

    /// Days since the last day before the year 1, so that differences of days can be told. After Hinnant's `days_from_civil`.
    package var number: Int {
        // Years begin in March, so that a leap day comes last.
        let year = Int(self.year) - (month < 3 ? 1 : 0)
        let dayOfYear = (153 * (Int(month) + (month < 3 ? 9 : -3)) + 2) / 5 + Int(day)
        return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 306
    }

    private let year: UInt16
    private let month: UInt8
    private let day: UInt8

    /// The day, or nil when the calendar has no such day or the year is outside 1…9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Self.length(ofMonth: month, year: year) else { return nil }
        self.year = UInt16(year)
        self.month = UInt8(month)
        self.day = UInt8(day)
    }

    package init?(yyyymmdd: UInt32) {
        self.init(year: Int(yyyymmdd / 10_000), month: Int(yyyymmdd / 100 % 100), day: Int(yyyymmdd % 100))
    }

    /// Reads `2025-08-02`, `20250802`, or the date part of an ISO 8601 timestamp such as `2025-08-02T10:00:00Z`.
    package init?(_ iso: String) {
        var bytes = iso.utf8.prefix(while: { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: " ") })[...]
        let dashed = bytes.count == 10
        func number(_ digits: Int) -> Int? {
            var value = 0
            for byte in bytes.prefix(digits) {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            bytes = bytes.dropFirst(digits)
            return value
        }
        func dash() -> Bool { !dashed || bytes.popFirst() == UInt8(ascii: "-") }
        guard dashed || bytes.count == 8, let year = number(4), dash(), let month = number(2), dash(),
            let day = number(2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.yyyymmdd < b.yyyymmdd }

    /// The day in ISO 8601 form, such as `2025-08-02`.
    package var description: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        return "\(padded(Int(year), 4))-\(padded(Int(month), 2))-\(padded(Int(day), 2))"
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
