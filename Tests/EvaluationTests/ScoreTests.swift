import Entities
import Evaluation
import Foundation
import Testing

/// Names count as found when their tokens and type are those of the label.
@Suite struct ScoreTests {
    private static let article = try! ColumnReader.articles(
        of:
            "Steve\tB-PER\nWitkoff\tI-PER\nmet\tO\nIsraeli\tB-MISC\naides\tO\nin\tO\nParis\tB-LOC\n,\tO\nTexas\tB-LOC\n",
        name: "f")[0]

    private func scores(_ mentions: [Mention]) -> EntityScores {
        var scores = EntityScores()
        scores.add(Self.article, mentions: mentions)
        return scores
    }

    @Test func exactSpansAreRight() {
        let all = scores([
            Mention(type: .person, name: "Steve Witkoff", range: 0..<13),
            Mention(type: .place, name: "Israel", range: 18..<25, isDerived: true),
            Mention(type: .place, name: "Paris", range: 35..<40),
            Mention(type: .place, name: "Texas", range: 42..<47),
        ])
        #expect(all.overall.f1 == 1)
        #expect(all.byType[.misc]?.right == 1)
        #expect(all.differences.isEmpty)
    }

    @Test func shorterLongerAndOtherwiseTypedSpansAreWrong() {
        let some = scores([
            Mention(type: .person, name: "Witkoff", range: 6..<13),
            Mention(type: .place, name: "Paris, Texas", range: 35..<47),
            Mention(type: .place, name: "Israel", range: 18..<25),
        ])
        #expect(some.overall.right == 0 && some.overall.found == 3 && some.overall.labelled == 3)
        #expect(some.differences.count == 7)
        #expect(some.differences[0].text == "Steve Witkoff" && some.differences[0].labelled == .person)
    }

    @Test func theMeasuresAreThoseOfTheirNames() {
        let half = scores([
            Mention(type: .person, name: "Steve Witkoff", range: 0..<13),
            Mention(type: .organization, name: "met", range: 14..<17),
        ])
        #expect(half.overall.precision == 0.5)
        #expect(half.overall.recall == 1.0 / 3)
        #expect(abs(half.overall.f1 - 0.4) < 1e-12)
        #expect(SpanScore().f1 == 0)
    }

    @Test func theReportIsJSON() throws {
        let report = EntityReport(scores([Mention(type: .place, name: "Paris", range: 35..<40)]), speed: 12.345)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
        let overall = try #require(json["overall"] as? [String: Double])
        #expect(overall == ["precision": 1, "recall": 0.3333, "f1": 0.5])
        let types = try #require(json["types"] as? [String: [String: Double]])
        #expect(types["LOC"]?["f1"] == 0.6667)
        #expect(types["PER"] == ["precision": 0, "recall": 0, "f1": 0])
        #expect(json["mb_per_s"] as? Double == 12.35 || json["mb_per_s"] as? Double == 12.34)
        #expect(report.errors.split(separator: "\n").count == 3)
    }
}
