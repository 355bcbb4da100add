/// The head of a reply, as far as a client of ours needs it.
struct ReplyHead: Equatable {
    /// The HTTP status.
    var status: Int
    /// The length of the body in bytes, where the head says it.
    var length: Int?
    /// Whether the body comes in chunks.
    var isChunked = false
    /// Whether the connection ends with this reply.
    var closes = false
    /// The header `Retry-After`, in seconds.
    var retryAfter: Int?

    /// Reads it; nil when it is not one of HTTP/1.
    init?(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\r")).map {
            String(decoding: $0.first == UInt8(ascii: "\n") ? $0.dropFirst() : $0, as: UTF8.self)
        }
        guard let first = lines.first, first.hasPrefix("HTTP/1.") else { return nil }
        let words = first.split(separator: " ", maxSplits: 2)
        guard words.count > 1, let status = Int(words[1]), 100...599 ~= status else { return nil }
        self.status = status
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            switch line[..<colon].lowercased() {
            case "content-length":
                guard let number = Int(value), number >= 0 else { return nil }
                length = number
            case "transfer-encoding": isChunked = value.lowercased().hasSuffix("chunked")
            case "connection": closes = value.lowercased() == "close"
            case "retry-after": retryAfter = Int(value)
            default: break
            }
        }
    }
}
