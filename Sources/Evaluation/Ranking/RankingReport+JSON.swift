internal import FoundationEssentials

extension RankingReport {
    /// One line: `{"dateline":{"map","mrr","ndcg@10","recall@100"},"lucene":{…,"dateline":{"map":{"relative","p"},…}},…}`.
    ///
    /// In another engine's object `dateline` compares Dateline with it: `relative` is Dateline's figure over the
    /// engine's, minus one, and `p` the chance.
    /// - Parameter perQuery: whether each engine has `queries` too: the measures of each query by its id.
    package func json(perQuery: Bool) -> String {
        var engines: [String: JSONNode] = [:]
        for (index, score) in scores.enumerated() {
            var engine = Self.measures { .number(score.mean($0)) }
            if index > 0 { engine[scores[0].engine] = .object(comparison(comparisons[index - 1])) }
            if perQuery { engine["queries"] = .object(values(score)) }
            engines[score.engine] = .object(engine)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and finite numbers alone: it cannot fail.
        return (try? encoder.encode(JSONNode.object(engines))).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private func comparison(_ comparison: RankingComparison) -> [String: JSONNode] {
        Self.measures { measure in
            let relative = comparison.relative(measure).map(JSONNode.number) ?? .null
            return .object(["relative": relative, "p": .number(comparison.p(measure))])
        }
    }

    private func values(_ score: RankingScores) -> [String: JSONNode] {
        var values: [String: JSONNode] = [:]
        for (index, query) in queries.enumerated() {
            values[query] = .object(Self.measures { .number(score.values($0)[index]) })
        }
        return values
    }

    private static func measures(_ value: (RankingMeasure) -> JSONNode) -> [String: JSONNode] {
        Dictionary(uniqueKeysWithValues: RankingMeasure.allCases.map { ($0.rawValue, value($0)) })
    }
}

/// What a report's JSON is made of.
private enum JSONNode: Encodable {
    case null
    case number(Double)
    case object([String: JSONNode])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .number(let number): try container.encode(number)
        case .object(let members): try container.encode(members)
        }
    }
}
