extension Request {
    /// Reads one JSON object with the parameters as keys.
    ///
    /// - Throws: ``RequestError``: not JSON, an unknown key, or a value of the wrong type.
    package init(json: [UInt8]) throws(RequestError) {
        self = try JSON.decode(Self.self, from: json)
    }

    package init(from decoder: any Decoder) throws {
        self.init()
        let container = try decoder.container(keyedBy: RequestKey.self)
        for key in container.allKeys {
            let parameter = try Self.parameter(named: key.stringValue)
            switch parameter.kind {
            case .text(let path): self[keyPath: path] = try container.decodeIfPresent(String.self, forKey: key)
            case .integer(let path): self[keyPath: path] = try container.decodeIfPresent(Int.self, forKey: key)
            case .flag(let path): self[keyPath: path] = try container.decodeIfPresent(Bool.self, forKey: key)
            case .list(let path): self[keyPath: path] = try container.decodeIfPresent([String].self, forKey: key) ?? []
            }
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: RequestKey.self)
        for parameter in Self.parameters {
            let key = RequestKey(stringValue: parameter.name)
            switch parameter.kind {
            case .text(let path): try container.encodeIfPresent(self[keyPath: path], forKey: key)
            case .integer(let path): try container.encodeIfPresent(self[keyPath: path], forKey: key)
            case .flag(let path): try container.encodeIfPresent(self[keyPath: path], forKey: key)
            case .list(let path) where self[keyPath: path].isEmpty: break
            case .list(let path): try container.encode(self[keyPath: path], forKey: key)
            }
        }
    }
}

/// A key that may be any string, so that unknown ones are seen.
private struct RequestKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
