import QueryLanguage
import Testing

@Suite struct FieldFilterTests {
    @Test(arguments: [
        ("person=Steve Witkoff", "(field person \"Steve Witkoff\")"),
        ("Place=Baku", "(field place Baku)"),
        ("source=a=b \"c\" * \\", #"(field source "a=b \"c\" * \\")"#),
        ("title=peace  deal*", "(field title (phrase \"peace deal*\"))"),
        ("date=2025-07", "(field date 2025-07-01..2025-07-31)"),
        ("date=2025-07..", "(field date 2025-07-01..)"),
        ("article=a/1", "(field article \"a/1\")"),
        ("person=*", "(field person *)"),
        ("source=*", "(field source *)"),
        ("Date=*", "(field date *)"),
        ("article=*", "(field article \"*\")"),
        ("title=*", "(field title (phrase \"*\"))"),
        ("person=**", "(field person \"**\")"),
    ])
    func reads(text: String, expected: String) throws {
        #expect(try FieldFilter(parsing: text, fields: fields).query.description == expected)
    }

    @Test(arguments: [
        ("", "bad_filter at 0"),
        ("person", "bad_filter at 0"),
        ("person:Baku", "bad_filter at 0"),
        ("persn=x", "unknown_field at 0"),
        ("=x", "unknown_field at 0"),
        ("person=", "missing_value at 7"),
        ("person=\t ", "missing_value at 7"),
        ("date=x", "bad_date at 5"),
        ("date=2025..x", "bad_date at 11"),
        ("person=" + String(repeating: "x", count: 4_090), "too_long at 4096"),
    ])
    func refuses(text: String, expected: String) {
        let error = #expect(throws: QueryError.self) { try FieldFilter(parsing: text, fields: fields) }
        #expect(error?.description == expected)
    }

    @Test(arguments: [
        ("person", "person", 10), ("person:20", "person", 20), ("SOURCE:1", "source", 1),
        ("date:10000", "date", 10_000),
    ])
    func facets(text: String, field: String, limit: Int) throws {
        #expect(try FacetRequest(parsing: text, fields: fields) == FacetRequest(field: field, limit: limit))
    }

    @Test(arguments: [
        ("date", "date", DateUnit.day, 10), ("date.month:24", "date.month", .month, 24),
        ("Date.YEAR", "date.year", .year, 10), ("date.day:3", "date", .day, 3),
    ])
    func dateFacets(text: String, name: String, unit: DateUnit, limit: Int) throws {
        let request = try FacetRequest(parsing: text, fields: fields)
        #expect(request == FacetRequest(field: "date", unit: unit, limit: limit))
        #expect(request.name == name)
    }

    /// What a histogram prints is a date that a filter reads, and covers the same days.
    @Test func unitsPrintDates() throws {
        for (unit, number, text, range) in [
            (DateUnit.day, 2025_08_02, "2025-08-02", "2025-08-02"),
            (.month, 2024_02, "2024-02", "2024-02-01..2024-02-29"),
            (.year, 987, "0987", "0987-01-01..0987-12-31"),
        ] {
            #expect(unit.text(of: UInt32(number)) == text)
            #expect(try DateRange(parsing: text).description == range)
            #expect(2025_08_02 / unit.divisor == [2025_08_02, 2025_08, 2025][DateUnit.allCases.firstIndex(of: unit)!])
        }
    }

    @Test(arguments: [
        ("date.week", "bad_facet at 5"),
        ("date.:5", "bad_facet at 5"),
        ("person.month", "bad_facet at 7"),
        ("dat.month", "unknown_field at 0"),
        ("date.month.day", "bad_facet at 5"),
        ("", "unknown_field at 0"),
        ("persn:5", "unknown_field at 0"),
        ("title", "bad_facet at 0"),
        ("article:5", "bad_facet at 0"),
        ("person:", "bad_facet at 7"),
        ("person:0", "bad_facet at 7"),
        ("person:10001", "bad_facet at 7"),
        ("person:-1", "bad_facet at 7"),
        ("person:99999999999999999999", "bad_facet at 7"),
        ("person:5:5", "bad_facet at 7"),
    ])
    func refusedFacets(text: String, expected: String) {
        let error = #expect(throws: QueryError.self) { try FacetRequest(parsing: text, fields: fields) }
        #expect(error?.description == expected)
    }

    /// These names are part of the command line and of the protocol.
    @Test func choicesKeepTheirNames() {
        #expect(DateUnit.allCases.map(\.rawValue) == ["day", "month", "year"])
        #expect(FacetScore.allCases.map(\.rawValue) == ["count", "lift"])
        #expect(SortOrder.allCases.map(\.rawValue) == ["relevance", "newest", "oldest"])
        #expect(Grouping.allCases.map(\.rawValue) == ["article", "passage", "story"])
        #expect(Matching.allCases.map(\.rawValue) == ["auto", "all", "any"])
    }
}
