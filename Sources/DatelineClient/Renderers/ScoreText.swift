import DatelineAPI

/// What hits score, and by which terms, for people.
enum ScoreText {
    /// `score 7.310 = abraham 4.100 (article 2.900, passage 1.200) + …`, the largest part first.
    static func score(_ score: Double, _ parts: [ScorePartReply]) -> String {
        let some = parts.filter { $0.article + $0.passage > 0 }
            .sorted { $0.article + $0.passage > $1.article + $1.passage }
        let terms = some.map { part in
            let sum = "\(part.term) \(decimal(part.article + part.passage))"
            if part.feedback { return sum + " (feedback)" }
            return part.article > 0
                ? sum + " (article \(decimal(part.article)), passage \(decimal(part.passage)))" : sum
        }
        return "score \(decimal(score)) = " + (terms.isEmpty ? "0" : terms.joined(separator: " + "))
    }

    /// `by abraham 1.000, accord 0.912`.
    static func terms(_ terms: [QueryTermReply]) -> String {
        "by " + terms.map { "\($0.term) \(decimal($0.weight))" }.joined(separator: ", ")
    }

    /// Three decimals.
    private static func decimal(_ number: Double) -> String {
        let thousandths = Int((number * 1_000).rounded())
        let fraction = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
}
