/// A contiguous run of an article's text: the unit that is indexed and ranked.
package struct Passage: Equatable, Sendable {
    /// From 1, in the order of the text.
    package var number: Int
    /// Bytes in `Article.text`.
    package var range: Range<Int>

    package init(number: Int, range: Range<Int>) {
        self.number = number
        self.range = range
    }
}
