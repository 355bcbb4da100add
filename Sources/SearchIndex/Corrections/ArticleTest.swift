/// Conditions on articles as numbers of one revision: any of a field's must hold, and so for all fields.
struct ArticleTest: Sendable {
    /// The conditions on one field.
    private enum Group: Sendable {
        /// One of these ordinals.
        case articles(Set<UInt32>)
        case dates([ClosedRange<UInt32>])
        /// One of these values, which all passages of an article have.
        case values(facet: Int, Set<UInt32>)
        /// A passage with one of these values.
        case names(Set<ValuePlace>)
    }

    private let groups: [Group]

    init(_ conditions: [ArticleCondition], _ numbers: ConditionNumbers) {
        var byField: [(field: String, tests: [ArticleCondition.Test])] = []
        for condition in conditions {
            if let place = byField.firstIndex(where: { $0.field == condition.field }) {
                byField[place].tests.append(condition.test)
            } else {
                byField.append((condition.field, [condition.test]))
            }
        }
        groups = byField.map { Self.group($0.tests, numbers) }
    }

    private static func group(_ tests: [ArticleCondition.Test], _ numbers: ConditionNumbers) -> Group {
        var articles: Set<UInt32> = []
        var dates: [ClosedRange<UInt32>] = []
        var values: Set<UInt32> = []
        var names: Set<ValuePlace> = []
        // All of a field's tests are of one case.
        switch tests.first {
        case .dates:
            for case .dates(let from, let through) in tests where from <= through { dates.append(from...through) }
            return .dates(dates)
        case .value(let facet, _):
            for case .value(_, let key) in tests {
                if let id = numbers.values[ValueKey(facet: facet, key: key)] { values.insert(id) }
            }
            return .values(facet: facet, values)
        case .name:
            for case .name(let name) in tests { names.formUnion(numbers.names[name] ?? []) }
            return .names(names)
        case .article, nil:
            for case .article(let id) in tests { if let ordinal = numbers.articles[id] { articles.insert(ordinal) } }
            return .articles(articles)
        }
    }

    /// Whether the article of the passage meets the conditions.
    func holds(_ docid: UInt32, _ columns: Columns) -> Bool {
        groups.allSatisfy { group in
            switch group {
            case .articles(let ordinals): ordinals.contains(columns.article[Int(docid)])
            case .dates(let ranges):
                columns.date[Int(docid)] != 0 && ranges.contains { $0.contains(columns.date[Int(docid)]) }
            case .values(let facet, let ids): columns.facets[facet].ids(of: docid).contains(where: ids.contains)
            case .names(let places): Self.isNamed(places, inArticleOf: docid, columns)
            }
        }
    }

    private static func isNamed(_ places: Set<ValuePlace>, inArticleOf docid: UInt32, _ columns: Columns) -> Bool {
        if places.isEmpty { return false }
        let facets = Set(places.map(\.facet))
        return columns.article.withElements { articles in
            // An article's passages are adjacent.
            var first = Int(docid)
            while first > 1, articles[first - 1] == articles[Int(docid)] { first -= 1 }
            var passage = first
            while passage < articles.count, articles[passage] == articles[Int(docid)] {
                for facet in facets {
                    let ids = columns.facets[facet].ids(of: UInt32(passage))
                    if ids.contains(where: { places.contains(ValuePlace(facet: facet, id: $0)) }) { return true }
                }
                passage += 1
            }
            return false
        }
    }
}
