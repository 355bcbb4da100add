/// A read-only hash table of 16-byte or 8-byte slots, each with a 32-bit key in front; key 0 marks an empty slot.
///
/// Keys are hashes already, so the slot comes from the key's high bits and the next free one takes what collides.
enum HashTable32 {
    /// The first slot to look at for `key` among `count`.
    @inline(__always)
    static func home(_ key: UInt32, _ count: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(key) &* UInt64(truncatingIfNeeded: count)) >> 32)
    }

    /// The table's bytes: `count` slots of `4 + payload` bytes each; one must stay empty.
    static func bytes(_ entries: [(key: UInt32, payload: [UInt8])], payload: Int, count: Int) -> [UInt8] {
        precondition(entries.count < count, "a table needs an empty slot to end a search")
        let slot = 4 + payload
        var bytes = [UInt8](repeating: 0, count: count * slot)
        var taken = [Bool](repeating: false, count: count)
        for entry in entries {
            var index = home(entry.key, count)
            while taken[index] { index = index + 1 == count ? 0 : index + 1 }
            taken[index] = true
            for byte in 0..<4 { bytes[index * slot + byte] = UInt8(truncatingIfNeeded: entry.key >> (8 * byte)) }
            for byte in 0..<payload { bytes[index * slot + 4 + byte] = entry.payload[byte] }
        }
        return bytes
    }
}
