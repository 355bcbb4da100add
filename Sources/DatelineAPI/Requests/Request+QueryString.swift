extension Request {
    /// Reads the part of a URL after `?`: percent-encoded, `+` for a space, filters and `facet` repeatable.
    ///
    /// - Throws: ``RequestError``: an unknown or repeated parameter, a value of the wrong kind, or a broken escape.
    package init(queryString: String) throws(RequestError) {
        self.init()
        var seen: Set<String> = []
        for pair in queryString.utf8.split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try PercentEncoding.decode(halves[0], plusIsSpace: true)
            let value = halves.count > 1 ? try PercentEncoding.decode(halves[1], plusIsSpace: true) : ""
            let parameter = try Self.parameter(named: name)
            if case .list(let path) = parameter.kind {
                self[keyPath: path].append(value)
                continue
            }
            guard seen.insert(name).inserted else {
                throw RequestError(.repeatedParameter, "the parameter \(name) is given twice", hint: "give it once")
            }
            try set(parameter, to: value)
        }
    }

    /// The request as the part of a URL after `?`; empty when nothing is set.
    package var queryString: String {
        var pairs: [(String, String)] = []
        for parameter in Self.parameters {
            let name = parameter.name
            switch parameter.kind {
            case .text(let path): self[keyPath: path].map { pairs.append((name, $0)) }
            case .integer(let path): self[keyPath: path].map { pairs.append((name, String($0))) }
            case .flag(let path): self[keyPath: path].map { pairs.append((name, String($0))) }
            case .list(let path): pairs += self[keyPath: path].map { (name, $0) }
            }
        }
        return pairs.map { "\($0)=\(PercentEncoding.encode($1))" }.joined(separator: "&")
    }

    private mutating func set(_ parameter: RequestParameter<Self>, to value: String) throws(RequestError) {
        switch parameter.kind {
        case .text(let path): self[keyPath: path] = value
        case .list(let path): self[keyPath: path].append(value)
        case .integer(let path):
            guard let number = Int(value) else {
                throw RequestError(.invalidParameter, "\(parameter.name) is not a whole number: \"\(value)\"")
            }
            self[keyPath: path] = number
        case .flag(let path):
            switch value {
            case "true", "1": self[keyPath: path] = true
            case "false", "0": self[keyPath: path] = false
            default:
                throw RequestError(.invalidParameter, "\(parameter.name) is neither true nor false: \"\(value)\"")
            }
        }
    }
}
