/// A known name found in a sequence of words.
struct GazetteerMatch {
    /// Index into the gazetteer's entries.
    var entry: Int32
    /// The words of the whole spelling.
    var words: Range<Int>
    /// The words that are the mention: without a title in front and small words behind.
    var mention: Range<Int>
}
