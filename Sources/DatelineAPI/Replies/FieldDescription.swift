/// One field of the index.
package struct FieldDescription: Codable, JSONWritable, Equatable, Sendable {
    /// As queries and filters write it.
    package var name: String
    /// `text`, `entity`, `keyword`, `date` or `identifier`.
    package var kind: String
    /// What it holds.
    package var description: String
    /// A query that uses it.
    package var example: String
    /// Whether its values can be counted.
    package var facet: Bool

    package init(name: String, kind: String, description: String, example: String, facet: Bool) {
        self.name = name
        self.kind = kind
        self.description = description
        self.example = example
        self.facet = facet
    }

    package func write(to json: inout JSONWriter) {
        json.object {
            $0.field("description", description)
            $0.field("example", example)
            $0.field("facet", facet)
            $0.field("kind", kind)
            $0.field("name", name)
        }
    }
}
