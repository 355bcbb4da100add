/// Names that a table of values has beside those of the database: the ones that corrections bring.
struct NameOverlay: Sendable {
    /// The number of the first added name. It lies above all of the database's, with room for more of these.
    let first: UInt32
    let added: [String]
    /// How values of the database are spelled instead.
    let spelled: [UInt32: String]

    subscript(id: UInt32) -> String? {
        id >= first && Int(id - first) < added.count ? added[Int(id - first)] : spelled[id]
    }
}
