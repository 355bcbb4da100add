/// One value of a facet.
package struct FacetValue: Codable, JSONWritable, Equatable, Sendable {
    /// The canonical value.
    package var value: String
    /// Matching articles that have it.
    package var articles: Int
    /// Matching passages that have it.
    package var passages: Int
    /// Whether a filter of the request names it.
    package var selected: Bool
    /// The value's share of the matching articles over its share of all articles; nil unless `score=lift` was asked for.
    package var lift: Double?
    /// Matching stories that have it; nil unless `by=story` was asked for.
    package var stories: Int?
    /// Articles of the query `versus` that have it; nil unless that was given.
    package var versus: Int?
    /// How surely it is more frequent here than there: Dunning's G², negative where it is less so; nil without `versus`.
    package var logLikelihood: Double?

    package init(
        value: String, articles: Int, passages: Int, selected: Bool = false, lift: Double? = nil, stories: Int? = nil,
        versus: Int? = nil, logLikelihood: Double? = nil
    ) {
        self.value = value
        self.articles = articles
        self.passages = passages
        self.selected = selected
        self.lift = lift
        self.stories = stories
        self.versus = versus
        self.logLikelihood = logLikelihood
    }

    private enum CodingKeys: String, CodingKey {
        case value, articles, passages, selected, lift, stories, versus
        case logLikelihood = "log_likelihood"
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("articles", articles)
            $0.field("lift", ifPresent: lift)
            $0.field("log_likelihood", ifPresent: logLikelihood)
            $0.field("passages", passages)
            $0.field("selected", selected)
            $0.field("stories", ifPresent: stories)
            $0.field("value", value)
            $0.field("versus", ifPresent: versus)
        }
    }
}
