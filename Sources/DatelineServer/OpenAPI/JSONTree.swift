import DatelineAPI

/// A JSON value that is put together by hand.
indirect enum JSONTree: JSONWritable, Equatable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSONTree])
    case object([String: JSONTree])

    func write(to json: inout JSONWriter) {
        switch self {
        case .text(let text): text.write(to: &json)
        case .number(let number): number.write(to: &json)
        case .flag(let flag): flag.write(to: &json)
        case .list(let elements): elements.write(to: &json)
        case .object(let fields): fields.write(to: &json)
        }
    }

    /// The value of a key; nil when this is no object, or has none.
    subscript(key: String) -> JSONTree? {
        if case .object(let fields) = self { fields[key] } else { nil }
    }

    /// A reference to a part of the same document.
    static func reference(_ kind: String, _ name: String) -> JSONTree {
        ["$ref": .text("#/components/\(kind)/\(name)")]
    }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .number(number) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(arrayLiteral elements: JSONTree...) { self = .list(elements) }
    init(dictionaryLiteral fields: (String, JSONTree)...) {
        self = .object(Dictionary(fields) { $1 })
    }
}
