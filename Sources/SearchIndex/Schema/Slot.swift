/// The numbers of the value slots, fixed by the schema version.
enum Slot {
    /// `YYYYMMDD` in ASCII.
    static let date: UInt32 = 0
    /// The article's ordinal (`ByteWriter` integer).
    static let article: UInt32 = 1
    /// The story's number (`ByteWriter` integer), unless it is the article's ordinal.
    static let story: UInt32 = 2
    /// Terms of the passage's article (`ByteWriter` integer).
    static let articleLength: UInt32 = 3
    /// The first of `Field.facets`; the others follow. Each holds value ids as differences (`ByteWriter` integers).
    static let firstFacet: UInt32 = 4
}
