/// The numbers that whoever writes passages shares: of the facets' values, and of the articles.
struct Numbering: Sendable {
    let values: ValueNumbers
    let ordinals: ArticleOrdinals
}
