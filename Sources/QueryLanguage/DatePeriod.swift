/// What a timeline goes by. The number of a period is its first digits: `20250715`, `202529` for week 29, `202507`, `2025`.
package enum DatePeriod: String, CaseIterable, Sendable {
    case day
    /// Of ISO 8601: from Monday on; a year's first week is the one with its first Thursday.
    case week
    case month, year

    /// The number of the period that a day `yyyymmdd` lies in.
    package func number(of day: UInt32) -> UInt32 {
        switch self {
        case .day: day
        case .week: ISOWeek.number(of: DayCount.of(day))
        case .month: day / 100
        case .year: day / 10_000
        }
    }

    /// The number of the period that follows.
    package func next(after number: UInt32) -> UInt32 {
        switch self {
        case .day: DayCount.day(DayCount.of(number) + 1)
        case .week: ISOWeek.number(of: ISOWeek.monday(of: number) + 7)
        case .month: number % 100 == 12 ? number + 89 : number + 1
        case .year: number + 1
        }
    }

    /// The period with this number: `2025-07-15`, `2025-W29`, `2025-07`, `2025`.
    package func text(of number: UInt32) -> String {
        switch self {
        case .day: DateUnit.day.text(of: number)
        case .week: "\(DateUnit.year.text(of: number / 100))-W\(number % 100 < 10 ? "0" : "")\(number % 100)"
        case .month: DateUnit.month.text(of: number)
        case .year: DateUnit.year.text(of: number)
        }
    }

    /// What suits a span of days, both ends `yyyymmdd` and included: at most some sixty days, a hundred weeks, or twenty
    /// years of months.
    package static func suiting(from first: UInt32, through last: UInt32) -> DatePeriod {
        switch DayCount.of(last) - DayCount.of(first) + 1 {
        case ...62: .day
        case ...742: .week
        case ...7_305: .month
        default: .year
        }
    }
}

/// Days numbered one after the other, from 1 March of the year 0 of the Gregorian calendar as 0, a Wednesday.
///
/// Source of the arithmetic: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
private enum DayCount {
    /// The number of a day `yyyymmdd` of the year 1 or later.
    static func of(_ day: UInt32) -> Int {
        let (month, dayOfMonth) = (Int(day / 100 % 100), Int(day % 100))
        let year = Int(day / 10_000) - (month <= 2 ? 1 : 0)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dayOfMonth - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear
    }

    /// The day `yyyymmdd` with a number of 0 or more.
    static func day(_ number: Int) -> UInt32 {
        let (era, dayOfEra) = (number / 146_097, number % 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return UInt32(year * 10_000 + month * 100 + dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

private enum ISOWeek {
    /// `yyyyww` of a day, by its count: the year and the week of the Thursday of its week.
    static func number(of day: Int) -> UInt32 {
        // Day 0 is a Wednesday, the third day of its week.
        let thursday = day - (day + 2) % 7 + 3
        let year = DayCount.day(thursday) / 10_000
        return year * 100 + UInt32((thursday - DayCount.of(year * 10_000 + 101)) / 7 + 1)
    }

    /// The count of the Monday of week `yyyyww`. The 4th of January is always in week 1.
    static func monday(of number: UInt32) -> Int {
        let fourth = DayCount.of(number / 100 * 10_000 + 104)
        return fourth - (fourth + 2) % 7 + Int(number % 100 - 1) * 7
    }
}
