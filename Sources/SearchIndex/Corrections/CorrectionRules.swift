/// What a list of corrections says of each name, apart from any index: a graph in which a name leads to others.
///
/// A name is moved to at most one other, or hidden; in some articles it may be split to others before that. No name
/// leads back to itself.
final class CorrectionRules: Sendable {
    /// In the articles that meet the conditions a name is another one.
    struct Split: Sendable {
        let conditions: [ArticleCondition]
        let into: EntityName
    }

    /// The rules of one name.
    struct Rule: Sendable {
        var move: EntityName?
        var isHidden = false
        /// In the order in which they were made: the first that fits holds.
        var splits: [Split] = []
        /// How the name is to be spelled.
        var spelling: EntityName?
        /// The number of the correction that moves or hides the name, and of the one that spells it.
        var number: Int?
        var spellingNumber: Int?

        /// The names that it may lead to, itself not among them.
        var targets: [EntityName] { splits.map(\.into) + (move.map { [$0] } ?? []) }
    }

    private let rules: [EntityName: Rule]
    /// All names that corrections speak of, each after those that it leads to. Spelled as the last correction has them.
    let names: [EntityName]
    /// For each name those that lead to it directly.
    private let parents: [EntityName: [EntityName]]
    /// The articles that conditions name.
    let articles: Set<String>
    /// The names in conditions.
    let conditionNames: [EntityName]
    /// The values whose numbers are needed to apply all this.
    let values: [ValueKey]

    /// A name may lead to another over so many steps.
    static let longestChain = 100

    /// - Throws: `SearchIndexError.badCorrection` when corrections contradict each other; it says which.
    init(_ list: CorrectionList) throws(SearchIndexError) {
        var rules: [EntityName: Rule] = [:]
        var spelled: [EntityName: EntityName] = [:]
        var parents: [EntityName: [EntityName]] = [:]
        for entry in list.entries {
            let correction = entry.correction
            spelled[correction.name] = spelled[correction.name] ?? correction.name
            try rules[correction.name, default: Rule()].add(entry)
            guard let into = correction.into, !correction.isSpelling else { continue }
            // A retyped name is spelled as whoever typed it did: only where nothing else says how.
            spelled[into] = correction.verb == .retype ? spelled[into] ?? into : into
            parents[into, default: []].append(correction.name)
        }
        names = try Self.ordered(Array(spelled.values), rules, list)
        let conditions = list.entries.flatMap(\.correction.conditions)
        articles = Set(conditions.compactMap { if case .article(let id) = $0.test { id } else { nil } })
        conditionNames = conditions.compactMap { if case .name(let name) = $0.test { name } else { nil } }
        let others = conditions.compactMap { condition -> ValueKey? in
            if case .value(let facet, let key) = condition.test { ValueKey(facet: facet, key: key) } else { nil }
        }
        values = names.map(\.valueKey) + conditionNames.map(\.valueKey) + others
        self.rules = rules
        self.parents = parents
    }

    func rule(of name: EntityName) -> Rule { rules[name] ?? Rule() }

    /// The name, and all that may lead to it.
    func sources(of name: EntityName) -> [EntityName] { reach(back: [name]) { _, _ in true } }

    /// The names that mean the same as `name` where no article says otherwise: what it is moved to, and what is moved
    /// there.
    func synonyms(of name: EntityName) -> [EntityName] {
        var end = name
        while let next = rules[end]?.move { end = next }
        return reach(back: [end]) { child, parent in self.rules[parent]?.move == child }
    }

    /// The facets whose values change.
    var facets: Set<Int> { Set(names.map(\.facet)) }

    private func reach(back start: [EntityName], where follows: (EntityName, EntityName) -> Bool) -> [EntityName] {
        var found = start
        var seen = Set(start)
        var index = 0
        while index < found.count {
            let child = found[index]
            for parent in parents[child] ?? [] where follows(child, parent) && seen.insert(parent).inserted {
                found.append(parent)
            }
            index += 1
        }
        return found
    }

    /// `names`, each after those that it leads to.
    private static func ordered(_ names: [EntityName], _ rules: [EntityName: Rule], _ list: CorrectionList)
        throws(SearchIndexError) -> [EntityName]
    {
        var parents: [EntityName: [EntityName]] = [:]
        var open: [EntityName: Int] = [:]
        for name in names {
            let targets = rules[name]?.targets ?? []
            open[name] = targets.count
            for target in targets { parents[target, default: []].append(name) }
        }
        var ordered = names.filter { open[$0] == 0 }
        var depths: [EntityName: Int] = [:]
        var index = 0
        while index < ordered.count {
            let name = ordered[index]
            let depth = depths[name, default: 0]
            guard depth <= longestChain else {
                throw SearchIndexError(
                    .badCorrection, "\(name) leads to other names over more than \(longestChain) steps")
            }
            for parent in parents[name] ?? [] {
                depths[parent] = max(depths[parent, default: 0], depth + 1)
                open[parent, default: 0] -= 1
                if open[parent] == 0 { ordered.append(parent) }
            }
            index += 1
        }
        if ordered.count == names.count { return ordered }
        throw cycle(among: Set(names).subtracting(ordered), rules, list)
    }

    /// The error for names that lead in a circle: it names the last correction that is part of one.
    private static func cycle(among names: Set<EntityName>, _ rules: [EntityName: Rule], _ list: CorrectionList)
        -> SearchIndexError
    {
        let last = list.entries.last { entry in
            guard let into = entry.correction.into, !entry.correction.isSpelling else { return false }
            return names.contains(entry.correction.name) && Self.leads(into, to: entry.correction.name, rules)
        }
        let what = last.map { "\($0.correction.name) would lead back to itself" } ?? "names lead in a circle"
        return SearchIndexError(
            last?.correction, what, hint: "dateline entities corrections prints what is in force; undo what leads back")
    }

    private static func leads(_ from: EntityName, to goal: EntityName, _ rules: [EntityName: Rule]) -> Bool {
        var seen: Set = [from]
        var open = [from]
        while let name = open.popLast() {
            if name == goal { return true }
            for target in rules[name]?.targets ?? [] where seen.insert(target).inserted { open.append(target) }
        }
        return false
    }
}

extension CorrectionRules.Rule {
    /// - Throws: `SearchIndexError.badCorrection` when the name is moved or hidden already.
    fileprivate mutating func add(_ entry: RecordedCorrection) throws(SearchIndexError) {
        let correction = entry.correction
        if correction.verb == .split, let into = correction.into {
            splits.append(CorrectionRules.Split(conditions: correction.conditions, into: into))
            return
        }
        if let known = correction.isSpelling ? spellingNumber : number {
            throw SearchIndexError(
                correction,
                "\(correction.name) is \(isHidden ? "hidden" : move.map { "\($0)" } ?? "spelled otherwise") already",
                hint: "undo correction \(known) first")
        }
        if correction.isSpelling {
            (spelling, spellingNumber) = (correction.into, entry.number)
        } else {
            (move, isHidden, number) = (correction.into, correction.into == nil, entry.number)
        }
    }
}
