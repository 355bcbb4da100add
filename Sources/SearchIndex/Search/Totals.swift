/// What the matches come to, counted exactly.
package struct Totals: Equatable, Sendable {
    package var passages = 0
    package var articles = 0
}
