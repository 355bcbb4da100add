/// A value of a facet field, by number.
struct ValuePlace: Hashable, Sendable {
    let facet: Int
    let id: UInt32
}

/// What a name means after corrections, passage by passage.
indirect enum Outcome: Sendable {
    case hidden
    case value(ValuePlace)
    /// The first branch whose conditions the passage's article meets, or else the last.
    case choice([Branch], otherwise: Outcome)

    struct Branch: Sendable {
        let conditions: ArticleTest
        let outcome: Outcome
    }

    /// The value that it is in one passage; nil when it is hidden there.
    /// - Parameter columns: those of the index as it was written.
    func value(in docid: UInt32, _ columns: Columns) -> ValuePlace? {
        var outcome = self
        while true {
            switch outcome {
            case .hidden: return nil
            case .value(let place): return place
            case .choice(let branches, let otherwise):
                outcome = branches.first { $0.conditions.holds(docid, columns) }?.outcome ?? otherwise
            }
        }
    }

    /// Whether it is the same in every passage.
    var isFixed: Bool { if case .choice = self { false } else { true } }
}
