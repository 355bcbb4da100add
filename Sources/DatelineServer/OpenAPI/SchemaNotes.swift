/// What a type has asked a ``SchemaDecoder`` for.
final class SchemaNotes {
    private var properties: [String: JSONTree] = [:]
    private var required: [String] = []
    private var values: JSONTree?
    private var elements: [JSONTree]?
    private var single: JSONTree?

    /// The key that stands for all keys of a dictionary.
    static let anyKey = "*"

    /// Whether it is an object with named properties.
    var isObject: Bool { !properties.isEmpty }
    /// Whether an array has been asked for all that there is.
    var isAtEnd: Bool { elements?.isEmpty == false }

    func note(property name: String, _ schema: JSONTree) {
        if name == Self.anyKey {
            values = schema
            return
        }
        properties[name] = schema
        required.append(name)
    }

    func note(optional name: String, _ schema: JSONTree) {
        if case .text(let type)? = schema["type"] {
            guard case .object(var fields) = schema else { return }
            fields["type"] = [.text(type), "null"]
            properties[name] = .object(fields)
        } else {
            properties[name] = ["anyOf": [schema, ["type": "null"]]]
        }
    }

    func beginArray() { elements = [] }
    func note(element: JSONTree) { elements?.append(element) }
    func note(single schema: JSONTree) { single = schema }

    var schema: JSONTree {
        if let single { return single }
        if let elements, let first = elements.first {
            if elements.count == 1 { return ["type": "array", "items": first] }
            // A type that reads several elements without looking for the end has exactly these.
            let count = JSONTree.number(elements.count)
            return ["type": "array", "items": first, "minItems": count, "maxItems": count]
        }
        if let values { return ["type": "object", "additionalProperties": values] }
        return [
            "type": "object", "properties": .object(properties),
            "required": .list(required.sorted().map(JSONTree.text)),
        ]
    }
}
