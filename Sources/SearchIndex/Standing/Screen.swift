/// What a passage must have for a query to be worth a try: a condition that every match meets, and others may.
indirect enum Screen: Sendable {
    /// Every passage meets it.
    case all
    /// A feature, by its number: a word of the text or of the headline, or a word of a name in a field.
    case has(Int32)
    case and([Screen])
    case or([Screen])

    static func conjunction(_ parts: [Screen]) -> Screen {
        let some = parts.filter { if case .all = $0 { false } else { true } }
        return some.count > 1 ? .and(some) : some.first ?? .all
    }

    static func disjunction(_ parts: [Screen]) -> Screen {
        for part in parts { if case .all = part { return .all } }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    /// Features of which every passage that meets this has one: the set that weighs least. Nil when there is none.
    func cover(_ weights: [Int]) -> (features: [Int32], weight: Int)? {
        switch self {
        case .all: return nil
        case .has(let feature): return ([feature], weights[Int(feature)])
        case .and(let parts): return parts.compactMap { $0.cover(weights) }.min { $0.weight < $1.weight }
        case .or(let parts):
            var union: (features: [Int32], weight: Int) = ([], 0)
            for part in parts {
                guard let cover = part.cover(weights) else { return nil }
                union.features += cover.features
                union.weight += cover.weight
            }
            return union
        }
    }

    /// The passages that meet this, ascending, given those of each feature; nil for all of them.
    func passages(_ having: [[UInt32]]) -> [UInt32]? {
        switch self {
        case .all: return nil
        case .has(let feature): return having[Int(feature)]
        case .and(let parts):
            var common: [UInt32]?
            for part in parts {
                guard let own = part.passages(having) else { continue }
                common = common.map { Self.intersection($0, own) } ?? own
                if common?.isEmpty == true { return common }
            }
            return common
        case .or(let parts):
            var union: [UInt32] = []
            for part in parts {
                guard let own = part.passages(having) else { return nil }
                if !own.isEmpty { union = union.isEmpty ? own : Array(Set(union).union(own)).sorted() }
            }
            return union
        }
    }

    private static func intersection(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
        var common: [UInt32] = []
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] { common.append(a[i]) }
            if a[i] <= b[j] { i += 1 } else { j += 1 }
        }
        return common
    }
}
