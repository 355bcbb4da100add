/// The columns of the fields that corrections change, as queries read them: made once, and grown with the index.
///
/// A name that occurs nowhere gets a number of its own above those of the database's, with room between: when the
/// database has come that far, all is made anew. Rows that are there stay right as the index grows, because a name has
/// the number that it was given for the life of this value, and an article is written whole.
struct CorrectedColumns {
    private let rules: CorrectionRules
    /// By facet: the columns of the fields that change.
    private var columns: [Int: IDColumn] = [:]
    /// The names that others may come to mean, with their numbers.
    private var ends: [EntityName: ValuePlace] = [:]
    /// By facet: the names with numbers of their own, and the first of these numbers.
    private var added: [Int: [EntityName]] = [:]
    private var firstAdded: [Int: UInt32] = [:]
    private var lastDocid: UInt32 = 0

    /// Empty columns for an index with these values.
    init(_ rules: CorrectionRules, _ values: [ValueTable], _ numbers: [ValueKey: UInt32]) {
        self.rules = rules
        for facet in rules.facets {
            columns[facet] = IDColumn()
            firstAdded[facet] = UInt32(values[facet].count + max(1_024, values[facet].count / 4))
        }
        for name in rules.names {
            let rule = rules.rule(of: name)
            guard rule.move == nil, !rule.isHidden, let first = firstAdded[name.facet] else { continue }
            var id = numbers[name.valueKey]
            if id == nil {
                id = first + UInt32(added[name.facet]?.count ?? 0)
                added[name.facet, default: []].append(name)
            }
            if let id { ends[name] = ValuePlace(facet: name.facet, id: id) }
        }
    }

    /// Whether the columns can grow to those of an index with these values: no number stands for two names.
    func hasRoom(for values: [ValueTable], lastDocid: UInt32) -> Bool {
        lastDocid >= self.lastDocid
            && firstAdded.allSatisfy { facet, first in added[facet] == nil || values[facet].count <= Int(first) }
    }

    /// Grows by the rows that `written` has more, and gives the snapshot that searches read.
    mutating func snapshot(
        of written: Snapshot, _ list: CorrectionList, _ numbers: ConditionNumbers
    ) -> Snapshot {
        let outcomes = outcomes(numbers)
        grow(to: written, outcomes, numbers.values)
        var corrected = written
        for (facet, column) in columns {
            corrected.columns = corrected.columns.replacing(facet: facet, with: column)
            corrected.values[facet] = written.values[facet].overlaid(by: overlay(facet, written, numbers.values))
        }
        let names = CorrectedNames(
            rules, outcomes: outcomes, ends: ends, written: written.columns, values: corrected.values)
        return corrected.corrected(names, list)
    }

    /// What each name means.
    private func outcomes(_ numbers: ConditionNumbers) -> [EntityName: Outcome] {
        var outcomes: [EntityName: Outcome] = [:]
        for name in rules.names {
            let rule = rules.rule(of: name)
            // Names stand behind those that they lead to.
            var outcome = ends[name].map(Outcome.value) ?? .hidden
            if let move = rule.move { outcome = outcomes[move] ?? .hidden }
            if !rule.splits.isEmpty {
                let branches = rule.splits.map { split in
                    Outcome.Branch(
                        conditions: ArticleTest(split.conditions, numbers), outcome: outcomes[split.into] ?? .hidden)
                }
                outcome = .choice(branches, otherwise: outcome)
            }
            outcomes[name] = outcome
        }
        return outcomes
    }

    private mutating func grow(
        to written: Snapshot, _ outcomes: [EntityName: Outcome], _ numbers: [ValueKey: UInt32]
    ) {
        guard written.columns.lastDocid > lastDocid else { return }
        let rewriter = RowRewriter(
            written, facets: Set(columns.keys),
            changes: rules.names.compactMap { name in
                guard let id = numbers[name.valueKey], let outcome = outcomes[name] else { return nil }
                return (ValuePlace(facet: name.facet, id: id), outcome)
            })
        for (facet, rows) in rewriter.rows(of: lastDocid + 1...written.columns.lastDocid) {
            columns[facet]?.append(ends: rows.ends, ids: rows.ids)
        }
        lastDocid = written.columns.lastDocid
    }

    /// How the names are shown that corrections bring: as the index has them, or else as they were written.
    private func overlay(_ facet: Int, _ written: Snapshot, _ numbers: [ValueKey: UInt32]) -> NameOverlay {
        func shown(_ name: EntityName) -> String {
            if let spelling = rules.rule(of: name).spelling { return spelling.name }
            if let id = numbers[name.valueKey] { return written.values[facet][id] }
            return retyped(name, written, numbers) ?? name.name
        }
        var spelled: [UInt32: String] = [:]
        for (name, place) in ends where name.facet == facet && place.id < firstAdded[facet] ?? 0 {
            if rules.rule(of: name).spelling != nil { spelled[place.id] = shown(name) }
        }
        return NameOverlay(
            first: firstAdded[facet] ?? 0, added: (added[facet] ?? []).map(shown), spelled: spelled)
    }

    /// How the index spells a name that is nowhere but under another type.
    private func retyped(_ name: EntityName, _ written: Snapshot, _ numbers: [ValueKey: UInt32]) -> String? {
        for source in rules.synonyms(of: name) where source.key == name.key {
            if let id = numbers[source.valueKey] { return written.values[source.facet][id] }
        }
        return nil
    }
}
