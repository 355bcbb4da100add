/// What dates are counted by.
package enum DateUnit: String, CaseIterable, Sendable {
    case day, month, year

    /// What a day `yyyymmdd` is divided by to give the number of its day, month or year.
    package var divisor: UInt32 {
        switch self {
        case .day: 1
        case .month: 100
        case .year: 10_000
        }
    }

    /// The day, month or year with this number as a query writes it: `2025-07-15`, `2025-07`, `2025`.
    package func text(of number: UInt32) -> String {
        switch self {
        case .day: "\(Self.month.text(of: number / 100))-\(Self.digits(number % 100, 2))"
        case .month: "\(Self.year.text(of: number / 100))-\(Self.digits(number % 100, 2))"
        case .year: Self.digits(number, 4)
        }
    }

    private static func digits(_ number: UInt32, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
