extension NameTable {
    /// The names that have a spelling with this key, whole and in the form of `key`: most articles first.
    func entries(spelled key: [UInt8]) -> [Entry] { key.isEmpty ? [] : whole(key).sorted(by: Entry.precedes) }
}

extension Names {
    /// The names that have a spelling with this key, whole and in the form of `NameTable.key`: most articles first.
    func entries(spelled key: [UInt8]) -> [NameTable.Entry] {
        (table.entries(spelled: key) + recent.entries(spelled: key)).sorted(by: NameTable.Entry.precedes)
    }
}
