import DatelineAPI

/// A parameter of an operation, as the request types declare it.
struct Parameter {
    var name: String
    /// The schema of its value in a query string.
    var schema: JSONTree

    /// The parameters of a request type, in its order.
    /// - Parameter choices: the values that a parameter may have, by its name; free text has none.
    static func all<R: Request>(of type: R.Type, _ choices: [String: [String]] = [:]) -> [Parameter] {
        R.parameters.map { parameter in
            let schema: JSONTree =
                switch parameter.kind {
                case .text: text(choices[parameter.name])
                case .integer: ["type": "integer"]
                case .flag: ["type": "boolean"]
                case .list: ["type": "array", "items": text(choices[parameter.name])]
                }
            return Parameter(name: parameter.name, schema: schema)
        }
    }

    /// The schema of a JSON object with these keys. A null is as good as a missing key.
    static func object(_ parameters: [Parameter]) -> JSONTree {
        let properties = parameters.map { ($0.name, ["anyOf": [$0.schema, ["type": "null"]]] as JSONTree) }
        return [
            "type": "object", "additionalProperties": false,
            "properties": .object(Dictionary(properties) { $1 }),
        ]
    }

    /// As a parameter of the query string.
    var described: JSONTree { ["name": .text(name), "in": "query", "required": false, "schema": schema] }

    private static func text(_ choices: [String]?) -> JSONTree {
        guard let choices else { return ["type": "string"] }
        return ["type": "string", "enum": .list(choices.map(JSONTree.text))]
    }
}
