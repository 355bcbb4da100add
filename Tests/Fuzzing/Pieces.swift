import TestSupport

/// An input cut up as a socket might.
enum Pieces {
    /// The bytes in pieces of random lengths, always the same for the same bytes.
    static func of(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var generator = SplitMix(seed: bytes.prefix(8).reduce(UInt64(bytes.count)) { $0 &* 31 &+ UInt64($1) })
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 1...17, using: &generator))
            pieces.append(bytes[start..<end])
            start = end
        }
        return pieces
    }
}
