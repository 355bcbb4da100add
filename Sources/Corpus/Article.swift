/// One item as published.
package struct Article: Equatable, Sendable {
    package var id: String
    package var title: String?
    /// The story, paragraphs separated by empty lines. All offsets of passages and entities count its UTF-8 bytes.
    package var text: String
    package var date: CalendarDay?
    /// Where, and perhaps when and through whom, the story was filed (`PARIS (Reuters)`). It stands in `text` as well.
    package var dateline: String?
    package var source: String?
    package var url: String?
    package var section: String?
    package var language: String?
    package var authors: [String] = []
    package var tags: [String] = []
    package var entities: [GivenEntity] = []
    /// When the caller split the text: byte ranges that cover `text` without gap or overlap.
    package var passages: [Range<Int>]?

    package init(id: String, text: String) {
        self.id = id
        self.text = text
    }
}
