/// One spelling of an entry.
struct GazetteerAlias: Sendable {
    var entry: Int32
    /// Bit i: word i must begin with a capital in the text.
    var capitalized: UInt16 = 0
    /// Bit i: word i must be all capitals in the text, as in `US` and `WHO`.
    var capitals: UInt16 = 0
    /// Bit i: word i has a possessive `'s`, as in `McDonald's` and `People's Republic of China`.
    var possessive: UInt16 = 0
    /// How many words at the front are a title and so no part of the mention: `President` in `President Trump`.
    var leading = 0
    /// How many small words at the end are no part of the mention: `administration` in `Trump administration`.
    var trailing = 0
    /// The next spelling with the same folded words, or -1.
    var next: Int32 = -1
}
