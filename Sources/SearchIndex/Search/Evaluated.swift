/// What a plan comes to: the passages that match, and the postings that give them scores.
struct Evaluated {
    var matches: PassageSet
    var scored: [WeightedPostings] = []

    /// Within a disjunction a passage earns a branch's score only when it matches that branch.
    func confined() -> Evaluated {
        Evaluated(matches: matches, scored: scored.map { $0.filtered(by: matches) })
    }
}
