import Entities

/// What corrections make of the names of an index at one revision. Immutable, shared by all searches.
final class CorrectedNames: Sendable {
    let rules: CorrectionRules
    /// What each name that corrections speak of means.
    private let outcomes: [EntityName: Outcome]
    /// The names that others may come to mean, with their numbers.
    private let ends: [EntityName: ValuePlace]
    /// The columns as they were written.
    private let written: Columns
    /// By facet and name as it is shown: the names that are moved there.
    private let others: [[String: [String]]]

    init(
        _ rules: CorrectionRules, outcomes: [EntityName: Outcome], ends: [EntityName: ValuePlace], written: Columns,
        values: [ValueTable]
    ) {
        self.rules = rules
        self.outcomes = outcomes
        self.ends = ends
        self.written = written
        var others = [[String: [String]]](repeating: [:], count: Field.facets.count)
        for (name, outcome) in outcomes {
            guard case .value(let place) = outcome, ends[name] == nil else { continue }
            others[place.facet][values[place.facet][place.id], default: []].append(name.name)
        }
        self.others = others
    }

    /// Memory of the columns that searches read others in the place of.
    var replacedBytes: Int { rules.facets.reduce(0) { $0 + written.facets[$1].byteCount } }

    /// Whether corrections speak of a name.
    func isTouched(_ name: EntityName) -> Bool { outcomes[name] != nil }

    /// The entities of a passage's record as they are shown: each once, in the order of their first mention.
    /// - Parameter values: the snapshot's.
    func entities(of record: PassageRecord, in docid: UInt32, _ values: [ValueTable]) -> [PassageRecord.Entity] {
        var entities: [PassageRecord.Entity] = []
        var known: [ValuePlace: Int] = [:]
        for entity in record.entities {
            guard let name = EntityName(type: entity.type, name: entity.name), let outcome = outcomes[name] else {
                entities.append(entity)
                continue
            }
            guard let place = outcome.value(in: docid, written) else { continue }
            if let index = known[place] {
                entities[index].ranges = (entities[index].ranges + entity.ranges).sorted {
                    $0.lowerBound < $1.lowerBound
                }
                continue
            }
            known[place] = entities.count
            entities.append(
                PassageRecord.Entity(
                    type: EntityType(name: Field.facets[place.facet].name) ?? entity.type,
                    name: values[place.facet][place.id], ranges: entity.ranges))
        }
        return entities
    }

    /// What `name` means as a filter: the name that it is moved to, or itself; nil when it is hidden.
    func meaning(of name: EntityName) -> EntityName? {
        var name = name
        while let next = rules.rule(of: name).move { name = next }
        return rules.rule(of: name).isHidden ? nil : name
    }

    /// The names of `facet` that others may come to mean.
    func ends(ofFacet facet: Int) -> [EntityName] { ends.keys.filter { $0.facet == facet } }

    /// Whether others may come to mean a name.
    func isEnd(_ name: EntityName) -> Bool { ends[name] != nil }

    /// Whether a passage that holds the name `source` has it as `name`; nil when that depends on the passage.
    func means(_ source: EntityName, _ name: EntityName) -> Bool? {
        guard let outcome = outcomes[source], outcome.isFixed else { return nil }
        return outcome.value(in: 0, written) == ends[name]
    }

    /// Whether the passage, which holds the name `source`, has it as `name`.
    func means(_ source: EntityName, _ name: EntityName, in docid: UInt32) -> Bool {
        outcomes[source]?.value(in: docid, written) == ends[name]
    }

    /// The names that are moved to the value that is shown as `value`.
    func others(than value: String, facet: Int) -> [String] { others[facet][value] ?? [] }
}
