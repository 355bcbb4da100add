/// How a line looks as a whole, in few values.
struct LineLook {
    var words = 0..<0
    /// Quarters of the words that are numbers, and that are capitalized.
    var digits: UInt32 = 0
    var capitals: UInt32 = 0
    /// Fewer than four words, fewer than ten, more.
    var length: UInt32 = 0

    init() {}

    /// Looks at the first thirty words at most.
    init(_ text: FeatureText, _ words: Range<Int>) {
        self.words = words
        let looked = words.prefix(30)
        digits = UInt32(4 * looked.count { text.words[$0].isDigits } / looked.count)
        capitals = UInt32(4 * looked.count { text.words[$0].isActive } / looked.count)
        length = looked.count < 4 ? 0 : looked.count < 10 ? 1 : 2
    }
}
