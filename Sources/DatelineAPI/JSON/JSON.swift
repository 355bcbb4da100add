import FoundationEssentials

/// JSON as this protocol writes it: UTF-8, keys in alphabetical order, so that equal values give equal bytes.
package enum JSON {
    /// The bytes of a value, without a line end.
    ///
    /// - Throws: `EncodingError` for a number that JSON cannot hold (not a number, infinite).
    package static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value))
    }

    /// The value that the bytes hold; unknown keys are ignored, save in a request.
    ///
    /// - Throws: ``RequestError`` with the code `invalid_json`, or the one that a request throws.
    package static func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws(RequestError) -> T {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as RequestError {
            throw error
        } catch DecodingError.keyNotFound(let key, _) {
            throw RequestError(.invalidJSON, "the key \(key.stringValue) is missing")
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            throw RequestError(.invalidJSON, "the value of \(path(context)) has the wrong type")
        } catch {
            throw RequestError(.invalidJSON, "this is not valid JSON", hint: "send one JSON object as UTF-8")
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        return path.isEmpty ? "the whole" : path.joined(separator: ".")
    }
}
