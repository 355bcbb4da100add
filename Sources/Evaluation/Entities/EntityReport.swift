internal import Entities

/// Scores of a recognizer as text and as JSON.
package struct EntityReport: Sendable {
    private let scores: EntityScores
    /// Megabytes of text a second, nil when it was not measured.
    private let speed: Double?

    package init(_ scores: EntityScores, speed: Double?) {
        self.scores = scores
        self.speed = speed
    }

    /// A line a type, then all of PER, LOC and ORG, then the speed.
    package var text: String {
        var lines = ["        precision  recall      F1  labelled   found"]
        for type in EntityType.allCases { lines.append(Self.line(type.label, scores.byType[type] ?? SpanScore())) }
        lines.append(Self.line("PER+LOC+ORG", scores.overall))
        if let speed { lines.append("\(speed.decimal(1)) MB/s") }
        return lines.joined(separator: "\n")
    }

    /// `{"overall":{"precision","recall","f1"},"types":{"PER":{…},…},"mb_per_s"}`; `overall` is PER, LOC and ORG.
    package var json: String {
        let types = EntityType.allCases.map { type in
            "\"\(type.label)\":\(Self.object(scores.byType[type] ?? SpanScore()))"
        }
        let speed = speed.map { ",\"mb_per_s\":\($0.decimal(2))" } ?? ""
        return "{\"overall\":\(Self.object(scores.overall)),\"types\":{\(types.joined(separator: ","))}\(speed)}"
    }

    /// What one side has and the other has not: `label⇥found⇥name⇥context`, `-` for nothing.
    package var errors: String {
        scores.differences.map { difference in
            [difference.labelled?.label ?? "-", difference.found?.label ?? "-", difference.text, difference.context]
                .joined(separator: "\t")
        }.joined(separator: "\n")
    }

    private static func object(_ score: SpanScore) -> String {
        "{\"precision\":\(score.precision.decimal(4)),\"recall\":\(score.recall.decimal(4)),"
            + "\"f1\":\(score.f1.decimal(4))}"
    }

    private static func line(_ name: String, _ score: SpanScore) -> String {
        let numbers = [score.precision, score.recall, score.f1].map { left((100 * $0).decimal(2), 8) }.joined()
        return name + left("", max(0, 13 - name.count)) + numbers + left("\(score.labelled)", 10)
            + left("\(score.found)", 8)
    }

    private static func left(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
