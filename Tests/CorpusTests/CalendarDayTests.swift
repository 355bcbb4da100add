import Corpus
import Testing

struct CalendarDayTests {
    @Test(arguments: [
        ("2025-08-02", "2025-08-02"), ("20250802", "2025-08-02"), ("2025-08-02T10:00:00Z", "2025-08-02"),
        ("2025-08-02 10:00", "2025-08-02"), ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"),
        ("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31"),
    ])
    func reads(text: String, expected: String) {
        #expect(CalendarDay(text)?.description == expected)
    }

    @Test(arguments: [
        "", "2025", "2025-8-2", "2025-13-01", "2025-02-29", "1900-02-29", "0000-01-01", "2025-04-31", "2025-00-10",
        "2025-01-00", "2025/08/02", "2025-08-0x", "２０２５0802", "202508021", "-025-08-02", "T",
    ])
    func refuses(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func numbersGoBothWays() throws {
        let day = try #require(CalendarDay(yyyymmdd: 20_250_802))
        #expect(day == CalendarDay(year: 2025, month: 8, day: 2))
        #expect(day.yyyymmdd == 20_250_802)
        #expect(CalendarDay(yyyymmdd: .max) == nil)
        #expect(CalendarDay(year: .max, month: .min, day: 1) == nil)
    }

    @Test func ordersByTime() throws {
        let days = try ["2024-12-31", "2025-01-01", "2025-01-02", "2025-02-01"].map { try #require(CalendarDay($0)) }
        #expect(days.shuffled().sorted() == days)
    }

    @Test func daysAreCounted() throws {
        func number(_ day: String) throws -> Int { try #require(CalendarDay(day)).number }
        #expect(try number("0001-01-01") == 1)
        #expect(try number("1970-01-01") == 719_163)
        #expect(try number("2024-03-01") - number("2024-02-28") == 2)
        #expect(try number("2023-03-01") - number("2023-02-28") == 1)
        #expect(try number("2025-01-01") - number("2024-12-31") == 1)
    }
}
