/// What a hit and a count stand for.
package enum Grouping: String, Sendable, CaseIterable {
    case article, passage, story
}
