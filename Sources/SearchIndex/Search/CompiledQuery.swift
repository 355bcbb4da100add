/// A plan with its posting lists read: what matches, and what gives scores. Needs no database any more.
struct CompiledQuery: Sendable {
    var match: MatchNode
    var scored: [ScoredPostings] = []
}
