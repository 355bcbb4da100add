import DatelineAPI

/// JSON for programs: one object a line.
enum JSONLines {
    /// Each value on a line of its own.
    static func render(_ values: [some Encodable]) -> [UInt8] {
        var bytes: [UInt8] = []
        for value in values {
            // Encoding fails only for a number that is not finite, and values read from JSON have none.
            guard let json = try? JSON.encode(value) else { continue }
            bytes += json
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// A reply as it came, on a line of its own.
    static func verbatim(_ reply: [UInt8]) -> [UInt8] {
        reply.last == UInt8(ascii: "\n") ? reply : reply + [UInt8(ascii: "\n")]
    }
}
