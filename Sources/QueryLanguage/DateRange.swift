/// A range of days, both ends included; one end may be open. A day is the number `yyyymmdd`.
///
/// `2025-07..2025-08` is `from` 20250701 `through` 20250831.
package struct DateRange: Equatable, Sendable {
    /// The first day; `nil` is no bound.
    package let from: UInt32?
    /// The last day; `nil` is no bound.
    package let through: UInt32?

    /// The range between two days; `nil` when one is no day of the years 1…9999, both are open, or it ends before it begins.
    package init?(from: UInt32?, through: UInt32?) {
        guard from != nil || through != nil else { return nil }
        guard from.map(Self.isDay) ?? true, through.map(Self.isDay) ?? true else { return nil }
        if let from, let through, from > through { return nil }
        self.from = from
        self.through = through
    }

    /// Whether `day`, as `yyyymmdd`, lies in the range.
    package func contains(_ day: UInt32) -> Bool {
        day >= from ?? 0 && day <= through ?? .max
    }
}

extension DateRange {
    /// Whether `number` is a day of the calendar as `yyyymmdd`.
    private static func isDay(_ number: UInt32) -> Bool {
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        return (1...9_999).contains(year) && (1...12).contains(month)
            && day >= 1 && day <= lastDay(ofMonth: month, year: year)
    }

    /// The number of the last day of a month 1…12 in the Gregorian calendar.
    static func lastDay(ofMonth month: UInt32, year: UInt32) -> UInt32 {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        default: 31
        }
    }
}
