/// How many of a query's plain words must match: all, any, or all and then any when too few articles have all.
package enum Matching: String, Sendable, CaseIterable {
    case auto, all, any
}
