/// The numbers that whoever writes passages shares: of the facets' values, of the articles and of their stories.
struct Numbering: Sendable {
    let values: ValueNumbers
    let ordinals: ArticleOrdinals
    let stories = StoryNumbers()
}
