/// `GET /v1/stories`: the stories that have several articles.
package struct StoriesRequest: Request {
    /// Only articles from this day, month or year on count.
    package var since: String?
    /// Only articles up to this day, month or year count.
    package var until: String?
    /// How many stories at most.
    package var limit: Int?
    /// The cursor `next` of the page before.
    package var after: String?

    package init() {}

    package static let parameters: [RequestParameter<Self>] = [
        RequestParameter("since", .text(\.since)),
        RequestParameter("until", .text(\.until)),
        RequestParameter("limit", .integer(\.limit)),
        RequestParameter("after", .text(\.after)),
    ]
}
