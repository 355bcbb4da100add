/// A value of a facet field, by the key of its name (`NameKey`).
struct ValueKey: Hashable, Sendable {
    let facet: Int
    let key: String
}

extension EntityName {
    var valueKey: ValueKey { ValueKey(facet: facet, key: key) }
}
