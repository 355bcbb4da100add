/// A JSON value as parsed.
package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    /// The number as written.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// The members in the order of the text, repeated keys included.
    case object([(key: String, value: JSONValue)])

    /// The member of an object; of a key given twice the last counts. Nil for other values, absent keys and `null`.
    package subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self, let member = members.last(where: { $0.key == key }) else { return nil }
        return member.value == .null ? nil : member.value
    }

    package var string: String? {
        if case .string(let value) = self { return value }
        return nil
    }

    /// The elements of an array; any other value is an array of itself.
    package var elements: [JSONValue] {
        if case .array(let values) = self { return values }
        return [self]
    }

    package static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let x), .bool(let y)): x == y
        case (.number(let x), .number(let y)), (.string(let x), .string(let y)): x == y
        case (.array(let x), .array(let y)): x == y
        case (.object(let x), .object(let y)): x.elementsEqual(y) { $0.key == $1.key && $0.value == $1.value }
        default: false
        }
    }
}
