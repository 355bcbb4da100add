import QueryLanguage
import TextAnalysis

/// What words stand for in an index that has articles in several languages.
///
/// A passage is in one language, so a single word stands for its stems in all of them, taken as one term, and words side by
/// side for their stems in one language or those in another. With one language there is one reading of everything.
extension PlanBuilder {
    /// One word may be several terms (`Saudi-led`): then they stand side by side.
    func words(_ text: String, _ scope: Plan.Scope) throws(SearchIndexError) -> Plan? {
        let readings = try readings { language throws(SearchIndexError) in try terms(of: text, language) }
        switch readings[0].count {
        case 0: return nil
        case 1: return try oneOf(readings.map { $0[0] }, scope)
        default: return .disjunction(try known(readings, \.self).map { .phrase($0, scope) })
        }
    }

    /// The words of a text, each by itself.
    func separateWords(_ text: String, _ scope: Plan.Scope) throws(SearchIndexError) -> [Plan] {
        let readings = try readings { language throws(SearchIndexError) in try terms(of: text, language) }
        var plans: [Plan] = []
        for index in readings[0].indices { plans.append(try oneOf(readings.map { $0[index] }, scope)) }
        return plans
    }

    func near(_ phrases: [Phrase], distance: Int) throws(SearchIndexError) -> Plan? {
        let readings = try readings { language throws(SearchIndexError) in
            var operands: [[[UInt8]]] = []
            for phrase in phrases {
                let terms = try terms(of: phrase.text, language)
                if !terms.isEmpty { operands.append(terms) }
            }
            return operands
        }
        if readings[0].isEmpty { return nil }
        return .disjunction(
            try known(readings) { $0.flatMap(\.self) }.map { operands in
                operands.count > 1 ? .near(operands, distance: distance) : .phrase(operands[0], .anywhere)
            })
    }

    private func terms(of text: String, _ language: Language) throws(SearchIndexError) -> [[UInt8]] {
        try QueryTokens.terms(of: text, analyzer: analyzer, language)
    }

    /// The different readings of something in the languages of the index: one at least.
    private func readings<Reading: Equatable>(
        _ reading: (Language) throws(SearchIndexError) -> Reading
    ) throws(SearchIndexError) -> [Reading] {
        let languages = vocabulary.languages
        var readings = [try reading(languages[0])]
        for language in languages.dropFirst() {
            let next = try reading(language)
            if !readings.contains(next) { readings.append(next) }
        }
        return readings
    }

    /// Those readings of which the index has every term; the first when there is none, which then finds nothing.
    private func known<Reading>(_ readings: [Reading], _ terms: (Reading) -> [[UInt8]]) throws(SearchIndexError)
        -> [Reading]
    {
        if readings.count == 1 { return readings }
        var known: [Reading] = []
        for reading in readings {
            var isKnown = true
            for term in terms(reading) where isKnown { isKnown = try vocabulary.has(term) }
            if isKnown { known.append(reading) }
        }
        return known.isEmpty ? [readings[0]] : known
    }

    /// Any of a word's terms, of which some may be equal.
    private func oneOf(_ terms: [[UInt8]], _ scope: Plan.Scope) throws(SearchIndexError) -> Plan {
        var different: [[UInt8]] = []
        for term in terms where !different.contains(term) { different.append(term) }
        let known = try known(different) { [$0] }
        if known.count == 1 { return .term(known[0], scope) }
        let printed = known.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        return .anyTerm(like: "(any \(printed))", terms: known, scope)
    }
}
