/// What the index has of one name.
package struct ScreenedReply: Codable, JSONWritable, Equatable, Sendable {
    /// As it was asked for.
    package var name: String
    /// `exact`, `alias`, `part`, `near` or `none`.
    package var found: String
    /// How many characters differ; nil unless `found` is `near`.
    package var distance: Int?
    /// What it stands for.
    package var entities: [EntityReply]
    /// Articles that name any of these.
    package var articles: Int
    /// The first of their days.
    package var first: String?
    /// The last of their days.
    package var last: String?
    /// Who is named in the same passages most often; counts are of these.
    package var with: [EntityCount]

    package init(
        name: String, found: String, distance: Int? = nil, entities: [EntityReply] = [], articles: Int = 0,
        first: String? = nil, last: String? = nil, with: [EntityCount] = []
    ) {
        self.name = name
        self.found = found
        self.distance = distance
        self.entities = entities
        self.articles = articles
        self.first = first
        self.last = last
        self.with = with
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("articles", articles)
            $0.field("distance", ifPresent: distance)
            $0.field("entities", entities)
            $0.field("first", ifPresent: first)
            $0.field("found", found)
            $0.field("last", ifPresent: last)
            $0.field("name", name)
            $0.field("with", with)
        }
    }
}
