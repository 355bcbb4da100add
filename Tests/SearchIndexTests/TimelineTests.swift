import Foundation
import QueryLanguage
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct TimelineTests {
    /// The period of a date, by Foundation's calendars.
    private static func period(_ date: String, _ period: DatePeriod) -> String {
        switch period {
        case .day: return date
        case .month: return String(date.prefix(7))
        case .year: return String(date.prefix(4))
        case .week:
            var calendar = Calendar(identifier: .iso8601)
            calendar.timeZone = TimeZone(secondsFromGMT: 0)!
            let parts = date.split(separator: "-").compactMap { Int($0) }
            let day = calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))!
            let week = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: day)
            return String(format: "%04d-W%02d", week.yearForWeekOfYear!, week.weekOfYear!)
        }
    }

    /// What is counted of hits by period.
    private static func counts(_ hits: [SearchHit], _ period: DatePeriod, _ grouping: Grouping) -> [String: Int] {
        var units: [String: Set<String>] = [:]
        for hit in hits {
            guard let date = hit.article.date else { continue }
            units[Self.period(date, period), default: []].insert(grouping == .passage ? hit.id : hit.article.id)
        }
        return units.mapValues(\.count)
    }

    @Test(arguments: DatePeriod.allCases, [Grouping.article, .passage])
    func countsEqualABruteForceCount(_ period: DatePeriod, _ grouping: Grouping) async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.crowded(200, seed: 71))
            _ = try await test.index.delete(ids: ["k/3", "k/77"])
            let everything = try await test.index.search(SearchQuery("*")).hits
            let whole = Self.counts(everything, period, grouping)
            for text in ["*", "river", "storm OR court", "person:stone -flood"] {
                let hits = try await test.index.search(SearchQuery(text)).hits
                let expected = Self.counts(hits, period, grouping)
                var query = TimelineQuery(try SearchQuery(text, by: grouping))
                query.period = period
                query.per = 100
                let timeline = try await test.index.timeline(query)
                #expect(timeline.isExact && timeline.period == period)
                #expect(timeline.undated == Set(hits.filter { $0.article.date == nil }.map(\.article.id)).count)
                #expect(timeline.undated > 0)
                let periods = timeline.points.map(\.period)
                #expect(periods.first == expected.keys.min() && periods.last == expected.keys.max())
                #expect(periods == periods.sorted() && Set(periods).count == periods.count)
                #expect(Set(expected.keys).isSubset(of: periods))
                for point in timeline.points {
                    #expect(point.count == expected[point.period] ?? 0 && point.total == whole[point.period] ?? 0)
                    let rate = point.total == 0 ? 0 : Double(point.count * 100) / Double(point.total)
                    #expect(abs(point.rate - rate) < 1e-9)
                }
                #expect(timeline.points.reduce(0) { $0 + $1.count } == expected.values.reduce(0, +))
            }
        }
    }

    /// No day, week, month or year is left out between the first and the last.
    @Test func emptyPeriodsAreThere() async throws {
        try await TestIndex.with { test in
            try await test.ingest(
                """
                {"id":"1","date":"2023-12-30","text":"river"}
                {"id":"2","date":"2024-03-01","text":"river"}
                {"id":"3","date":"2024-01-17","text":"court"}
                """)
            func points(_ period: DatePeriod, _ query: SearchQuery) async throws -> [String] {
                var timeline = TimelineQuery(query)
                timeline.period = period
                return try await test.index.timeline(timeline).points.map { "\($0.period) \($0.count)/\($0.total)" }
            }
            var river = try SearchQuery("river", by: .article)
            #expect(try await points(.year, river) == ["2023 1/1", "2024 1/2"])
            #expect(try await points(.month, river) == ["2023-12 1/1", "2024-01 0/1", "2024-02 0/0", "2024-03 1/1"])
            #expect(
                try await points(.week, river) == [
                    "2023-W52 1/1", "2024-W01 0/0", "2024-W02 0/0", "2024-W03 0/1", "2024-W04 0/0", "2024-W05 0/0",
                    "2024-W06 0/0", "2024-W07 0/0", "2024-W08 0/0", "2024-W09 1/1",
                ])
            // 2024 is a leap year: 2 days, 31, 29 and 1.
            let days = try await points(.day, river)
            #expect(days.count == 63 && days[61] == "2024-02-29 0/0" && days[18] == "2024-01-17 0/1")
            // What was asked for is shown from its beginning to its end.
            river.dates = DateRange(from: 2023_11_01, through: 2024_01_31)
            #expect(try await points(.month, river) == ["2023-11 0/0", "2023-12 1/1", "2024-01 0/1"])
            #expect(try await points(.day, try SearchQuery("nowhere")).isEmpty)
        }
    }

    @Test func storiesAreCounted() async throws {
        try await TestIndex.with { test in
            let text = "The river rose by a metre overnight, and the old bridge at the mill was closed to all traffic."
            try await test.ingest(
                (0..<6).map { #"{"id":"\#($0)","date":"2025-0\#(1 + $0 / 3)-15","text":"\#(text)"}"# }.joined(
                    separator: "\n"))
            var query = TimelineQuery(try SearchQuery("river", by: .story))
            for period in DatePeriod.allCases {
                query.period = period
                let timeline = try await test.index.timeline(query)
                let some = timeline.points.filter { $0.total > 0 }
                #expect(timeline.totals.articles == 6 && timeline.totals.stories == 1)
                #expect(
                    some.map(\.count) == (period == .year ? [1] : [1, 1]) && some.map(\.total) == some.map(\.count))
            }
        }
    }

    @Test func thereIsABoundWithAClearError() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.crowded(60, seed: 72))
            var query = TimelineQuery(try SearchQuery("*"))
            query.period = .month
            let months = try await test.index.timeline(query).points.count
            query.bound = months
            #expect(try await test.index.timeline(query).points.count == months)
            query.bound = months - 1
            let tooFew = query
            let error = await #expect(throws: SearchIndexError.self) { try await test.index.timeline(tooFew) }
            #expect(
                error?.code == .badQuery && error?.message == "the timeline would have more than \(months - 1) months")
        }
    }

    @Test func theySayWhenTheyStop() async throws {
        try await TestIndex.with { test in
            try await test.ingest(Samples.crowded(100, seed: 73))
            let whole = LookLimit(.max)
            var query = TimelineQuery(try SearchQuery("river OR court"))
            query.search.timeLimit = nil
            query.search.looks = whole
            #expect(try await test.index.timeline(query).isExact)
            for limit in 1...whole.count where limit < 60 || limit % 31 == 0 {
                let looks = LookLimit(limit)
                query.search.looks = looks
                let timeline = try await test.index.timeline(query)
                if looks.count >= limit { #expect(!timeline.isExact && timeline.points.isEmpty) }
            }
        }
    }

    /// Every day of four centuries against Python's calendar.
    @Test(.enabled(if: TestSupport.installedProgram("python3") != nil, "python3 is not installed"))
    func weeksAreThoseOfISO8601() async throws {
        let program = try #require(TestSupport.installedProgram("python3"))
        let script = """
            import datetime
            day = datetime.date(1799, 1, 1)
            while day.year < 2201:
                year, week, _ = day.isocalendar()
                print(day.strftime("%Y%m%d"), "%04d-W%02d" % (year, week))
                day += datetime.timedelta(days=1)
            """
        let run = try await ProgramRun.of(program, ["-c", script])
        let lines = run.output.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.count == 146_827)
        var wrong: [String] = []
        for (index, line) in lines.enumerated() {
            let day = try #require(UInt32(line[0]))
            let week = DatePeriod.week.number(of: day)
            if DatePeriod.week.text(of: week) != line[1] { wrong.append("\(day)") }
            guard index + 7 < lines.count else { continue }
            if DatePeriod.week.text(of: DatePeriod.week.next(after: week)) != lines[index + 7][1] {
                wrong.append("\(day)+7")
            }
            if DatePeriod.day.next(after: day) != UInt32(lines[index + 1][0]) { wrong.append("\(day)+1") }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }

    @Test(arguments: [
        (2025_01_01, 2025_01_01, DatePeriod.day), (2025_01_01, 2025_03_03, .day), (2025_01_01, 2025_03_04, .week),
        (2023_01_01, 2025_01_11, .week), (2023_01_01, 2025_01_12, .month), (2005_01_01, 2024_12_31, .month),
        (2005_01_01, 2025_01_01, .year),
    ])
    func theUsualPeriodSuitsTheSpan(_ first: Int, _ last: Int, _ period: DatePeriod) {
        #expect(DatePeriod.suiting(from: UInt32(first), through: UInt32(last)) == period)
    }
}
