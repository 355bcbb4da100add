/// A decoder without input: it gives every type what it asks for, and notes it.
struct SchemaDecoder: Decoder {
    let book: SchemaBook
    let notes = SchemaNotes()
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Keyed(book: book, notes: notes))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer {
        notes.beginArray()
        return Unkeyed(book: book, notes: notes)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { Single(book: book, notes: notes) }

    private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let book: SchemaBook
        let notes: SchemaNotes
        var codingPath: [any CodingKey] { [] }
        // Only a dictionary looks at all keys; it takes any, where a list of properties has none of this name.
        var allKeys: [Key] { Key(stringValue: SchemaNotes.anyKey).map { [$0] } ?? [] }

        func contains(_ key: Key) -> Bool { true }
        func decodeNil(forKey key: Key) throws -> Bool { false }

        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
            let (value, schema) = try book.sample(of: type)
            notes.note(property: key.stringValue, schema)
            return value
        }

        func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? { try optional(type, key) }

        // Each by name: for these the protocol has a default of its own, which would go before the generic one.
        func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try optional(type, key) }
        func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try optional(type, key) }
        func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try optional(type, key) }
        func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try optional(type, key) }

        private func optional<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T? {
            notes.note(optional: key.stringValue, try book.schema(of: type))
            return nil
        }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
            -> KeyedDecodingContainer<Nested>
        { throw unsupported() }
        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw unsupported() }
        func superDecoder() throws -> any Decoder { throw unsupported() }
        func superDecoder(forKey key: Key) throws -> any Decoder { throw unsupported() }
    }

    private struct Unkeyed: UnkeyedDecodingContainer {
        let book: SchemaBook
        let notes: SchemaNotes
        var codingPath: [any CodingKey] { [] }
        var count: Int? { nil }
        var isAtEnd: Bool { notes.isAtEnd }
        var currentIndex: Int { 0 }

        mutating func decodeNil() -> Bool { false }

        mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
            let (value, schema) = try book.sample(of: type)
            notes.note(element: schema)
            return value
        }

        mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws
            -> KeyedDecodingContainer<Nested>
        { throw unsupported() }
        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw unsupported() }
        mutating func superDecoder() throws -> any Decoder { throw unsupported() }
    }

    private struct Single: SingleValueDecodingContainer {
        let book: SchemaBook
        let notes: SchemaNotes
        var codingPath: [any CodingKey] { [] }

        func decodeNil() -> Bool { false }

        func decode<T: Decodable>(_ type: T.Type) throws -> T {
            let (value, schema) = try book.sample(of: type)
            notes.note(single: schema)
            return value
        }
    }
}

/// For what no reply type does.
private func unsupported() -> any Error {
    DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "a schema of this is not supported"))
}
