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
        #expect(SortOrder.allCases.map(\.rawValue) == ["relevance", "newest", "oldest"])
        #expect(Grouping.allCases.map(\.rawValue) == ["article", "passage", "story"])
        #expect(Matching.allCases.map(\.rawValue) == ["auto", "all", "any"])
    }
}
