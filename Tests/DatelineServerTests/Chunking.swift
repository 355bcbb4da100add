import TestSupport

/// The bytes cut into chunks of random lengths, some of them empty.
func chunks(_ bytes: [UInt8], longest: Int, using random: inout SplitMix) -> [ArraySlice<UInt8>] {
    var chunks: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = Int.random(in: 0...longest, using: &random)
        chunks.append(rest.prefix(count))
        rest = rest.dropFirst(count)
    }
    return chunks
}
