/// The JSON schemas of reply types, found out from the types themselves: each is decoded once by a decoder that has an
/// answer for everything and notes what it is asked for. So no schema can differ from its type.
final class SchemaBook {
    /// The schemas of types that are objects, by the type's name.
    private(set) var schemas: [String: JSONTree] = [:]

    /// A type's schema: that of an object as a reference.
    func schema<T: Decodable>(of type: T.Type) throws -> JSONTree { try sample(of: type).schema }

    /// A value of the type, made of nothing, and the type's schema.
    func sample<T: Decodable>(of type: T.Type) throws -> (value: T, schema: JSONTree) {
        let known: (Any, JSONTree)? =
            switch type {
            case is String.Type: ("", ["type": "string"])
            case is Int.Type: (0, ["type": "integer"])
            case is Double.Type: (0.0, ["type": "number"])
            case is Bool.Type: (false, ["type": "boolean"])
            default: nil
            }
        if let (value, schema) = known, let value = value as? T { return (value, schema) }
        let decoder = SchemaDecoder(book: self)
        let value = try T(from: decoder)
        let schema = decoder.notes.schema
        guard decoder.notes.isObject else { return (value, schema) }
        let name = String(describing: T.self)
        schemas[name] = schema
        return (value, .reference("schemas", name))
    }
}
