/// A term that a search chose by itself, and what it counts beside the most telling one (1).
package struct QueryTerm: Equatable, Sendable {
    package var term: String
    package var weight: Double
}
