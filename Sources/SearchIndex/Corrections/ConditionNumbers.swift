/// The numbers that conditions on articles stand for at one revision.
struct ConditionNumbers {
    /// The ordinals of the articles that conditions name and the index has.
    let articles: [String: UInt32]
    /// For each name of a condition the values that mean it.
    let names: [EntityName: Set<ValuePlace>]
    /// The numbers of the values that corrections speak of.
    let values: [ValueKey: UInt32]

    init(_ rules: CorrectionRules, articles: [String: UInt32], values: [ValueKey: UInt32]) {
        self.articles = articles
        self.values = values
        var names: [EntityName: Set<ValuePlace>] = [:]
        for name in rules.conditionNames where names[name] == nil {
            let places = rules.synonyms(of: name).compactMap { synonym in
                values[synonym.valueKey].map { ValuePlace(facet: synonym.facet, id: $0) }
            }
            names[name] = Set(places)
        }
        self.names = names
    }
}
