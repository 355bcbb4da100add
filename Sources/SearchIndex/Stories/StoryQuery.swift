package import QueryLanguage

/// A request for the largest stories of an index.
package struct StoryQuery: Sendable {
    /// Only articles of these days count; nil for any.
    package var dates: DateRange?
    package var limit = 10
    /// The cursor of the page before.
    package var after: String?
    /// How long it may take; nil for as long as it needs.
    package var timeLimit: Duration?

    package init() {}
}
