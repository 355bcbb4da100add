import QueryLanguage
import Testing

@Suite struct DateRangeTests {
    @Test(arguments: [
        ("2025", "2025-01-01..2025-12-31"),
        ("2025-07", "2025-07-01..2025-07-31"),
        ("2025-04", "2025-04-01..2025-04-30"),
        ("2025-02", "2025-02-01..2025-02-28"),
        ("2024-02", "2024-02-01..2024-02-29"),
        ("1900-02", "1900-02-01..1900-02-28"),
        ("2000-02", "2000-02-01..2000-02-29"),
        ("2025-07-15", "2025-07-15"),
        ("0001..9999", "0001-01-01..9999-12-31"),
        ("2025-07..2025-08", "2025-07-01..2025-08-31"),
        ("2025-12-31..2025", "2025-12-31"),
        ("2025-07..", "2025-07-01.."),
        ("..2025-07", "..2025-07-31"),
    ])
    func reads(text: String, expected: String) throws {
        let range = try DateRange(parsing: text)
        #expect(range.description == expected)
        #expect(try DateRange(parsing: range.description) == range)
    }

    @Test(arguments: [
        ("", 0), ("..", 0), ("0000", 0), ("25", 0), ("20250715", 0), ("2025-00", 0), ("2025-13", 0), ("2025-04-31", 0),
        ("1900-02-29", 0), ("2025-07-1", 0), ("2025-07-15T10", 0), ("2025-07-15-01", 0), ("-2025", 0), ("2025-", 0),
        ("２０２５", 0), (" 2025", 0), ("2025..x", 6), ("x..2025", 0), ("2025...2026", 6), ("2025-08..2025-07", 0),
        (".", 0),
    ])
    func refuses(text: String, position: Int) {
        let error = #expect(throws: QueryError.self) { try DateRange(parsing: text) }
        #expect(error?.code == .badDate)
        #expect(error?.position == position)
    }

    @Test func sinceTakesTheFirstDayAndUntilTheLast() throws {
        #expect(try DateRange.firstDay(of: "2025") == 2025_01_01)
        #expect(try DateRange.lastDay(of: "2025") == 2025_12_31)
        #expect(try DateRange.firstDay(of: "2024-02") == 2024_02_01)
        #expect(try DateRange.lastDay(of: "2024-02") == 2024_02_29)
        #expect(try DateRange.lastDay(of: "2025-07-15") == 2025_07_15)
        #expect(throws: QueryError.self) { try DateRange.firstDay(of: "2025..2026") }
    }

    @Test func bothEndsAreIncluded() throws {
        let range = try DateRange(parsing: "2025-07")
        #expect(range.contains(2025_07_01) && range.contains(2025_07_31))
        #expect(!range.contains(2025_06_30) && !range.contains(2025_08_01))
        #expect(try DateRange(parsing: "..2025").contains(0001_01_01))
    }

    @Test func onlyDaysMakeARange() {
        #expect(DateRange(from: nil, through: nil) == nil)
        #expect(DateRange(from: 2025_02_30, through: nil) == nil)
        #expect(DateRange(from: nil, through: .max) == nil)
        #expect(DateRange(from: 2025_01_02, through: 2025_01_01) == nil)
        #expect(DateRange(from: 2025_01_01, through: 2025_01_01)?.description == "2025-01-01")
    }
}
