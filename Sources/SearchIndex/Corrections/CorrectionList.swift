/// The corrections in force, in the order in which they were made. A value: a change gives another list.
struct CorrectionList: Sendable {
    private(set) var entries: [RecordedCorrection] = []
    /// The number of the next one.
    private(set) var next = 1
    /// How often the list was changed: tells its states apart.
    private(set) var changes: UInt64 = 0

    /// An index takes so many.
    static let most = 100_000

    init() {}

    init(entries: [RecordedCorrection], next: Int, changes: UInt64) {
        self.entries = entries
        self.next = next
        self.changes = changes
    }

    /// Adds what is not there already, whatever its verb is called.
    /// - Returns: the corrections that were added.
    /// - Throws: `SearchIndexError.badCorrection` when there are too many.
    mutating func add(_ corrections: [Correction], time: String, uid: UInt32) throws(SearchIndexError)
        -> [RecordedCorrection]
    {
        var known = Set(entries.map(\.correction.meaning))
        let first = entries.count
        for correction in corrections where known.insert(correction.meaning).inserted {
            entries.append(RecordedCorrection(number: next, time: time, uid: uid, correction: correction))
            next += 1
        }
        guard entries.count <= Self.most else {
            throw SearchIndexError(.badCorrection, "an index takes at most \(Self.most) corrections")
        }
        if entries.count > first { changes += 1 }
        return Array(entries[first...])
    }

    /// Takes back the corrections with these numbers; without any, the last one.
    /// - Throws: `SearchIndexError.noSuchCorrection` when there is none.
    mutating func remove(_ numbers: ClosedRange<Int>?) throws(SearchIndexError) -> [RecordedCorrection] {
        let last = entries.last?.number ?? 0
        let numbers = numbers ?? last...last
        let removed = entries.filter { numbers.contains($0.number) }
        guard !removed.isEmpty else {
            throw SearchIndexError(
                .noSuchCorrection, entries.isEmpty ? "no correction is in force" : "there is no such correction",
                hint: "dateline entities corrections prints them with their numbers")
        }
        entries.removeAll { numbers.contains($0.number) }
        changes += 1
        return removed
    }
}

extension Correction {
    /// What must be equal for two corrections to do the same.
    fileprivate struct Meaning: Hashable {
        var name: EntityName
        var into: EntityName?
        /// How it is spelled, where the correction is about that.
        var spelling: String?
        var conditions: [ArticleCondition]
    }

    fileprivate var meaning: Meaning {
        Meaning(name: name, into: into, spelling: isSpelling ? into?.name : nil, conditions: conditions)
    }
}
