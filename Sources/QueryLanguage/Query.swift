/// A query as a tree: what the parser gives, the planner reads and a test compares.
///
/// `abraham accords -place:Baku` is `.sequence([.word("abraham"), .word("accords"), .not(.field(…))])`.
///
/// A query matches passages. Lists hold two queries or more; the parser gives no other. Texts are as typed,
/// without quotes and backslashes: tokens, folding and stems come later, so one word may become several terms or none.
package indirect enum Query: Equatable, Sendable {
    /// Everything: an empty query, or `*`.
    case all
    /// One word as typed, such as `accords`, `Saudi-led` or `12:30`.
    case word(String)
    /// Words that stand side by side in this order.
    case phrase(Phrase)
    /// All words that begin so; two characters at least.
    case prefix(String)
    /// All words at most `distance` typing errors away: one or two. Letters enough for that, see `Query.fuzzyLetters`.
    case fuzzy(String, distance: Int)
    /// Words or phrases within `distance` words of each other, in any order. Two operands at least.
    case near([Phrase], distance: Int)
    /// A value in a field; the name is one of the parser's fields.
    case field(name: String, value: FieldValue)
    /// Queries written side by side. All must match, but the plain words may be relaxed; see ``relaxed``.
    case sequence([Query])
    /// Queries joined by `AND`: all must match, and are never relaxed.
    case and([Query])
    /// Queries joined by `OR`: one must match.
    case or([Query])
    /// Everything but. It may stand anywhere, alone too.
    case not(Query)
    /// `+query`: as the query itself, but never relaxed.
    case required(Query)
}
