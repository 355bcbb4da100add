package import DatelineAPI

/// Stories, one a line.
package enum StoryLines {
    /// `articles⇥first day⇥last day⇥sources⇥id of the first article⇥its headline`.
    package static func tabSeparated(_ stories: [StorySummary]) -> String {
        TabSeparated.render(
            stories.map { story in
                [
                    String(story.articles), story.first ?? "", story.last ?? "", story.sources.joined(separator: ", "),
                    story.article.id, story.article.title ?? "",
                ]
            })
    }

    /// The ids of the first articles.
    package static func ids(_ stories: [StorySummary], end: String) -> String {
        stories.map { $0.article.id + end }.joined()
    }
}
