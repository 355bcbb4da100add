/// A hash table whose keys are hashes of 64 bits: lookups of a few instructions, no deletion.
///
/// Linear probing over a power of two of slots, at most half of them used. The key 0 is not stored.
struct HashMap64<Value: Sendable>: Sendable {
    private struct Slot: Sendable {
        var key: UInt64
        var value: Value
    }

    private var slots: [Slot]
    private let filler: Value
    private(set) var count = 0

    /// - Parameter filler: stands in slots that are not used; any value.
    init(filler: Value, capacity: Int = 8) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = [Slot](repeating: Slot(key: 0, value: filler), count: size)
        self.filler = filler
    }

    /// The value of `key`. Setting nil changes nothing, as does setting the value of the key 0.
    subscript(key: UInt64) -> Value? {
        get {
            let slot = slots[index(of: key)]
            return slot.key == key && key != 0 ? slot.value : nil
        }
        set {
            guard let newValue, key != 0 else { return }
            var index = index(of: key)
            if slots[index].key == 0 {
                count += 1
                if 2 * count > slots.count {
                    grow()
                    index = self.index(of: key)
                }
            }
            slots[index] = Slot(key: key, value: newValue)
        }
    }

    /// The slot that `key` is in, or the free one that it would be put in.
    @inline(__always)
    private func index(of key: UInt64) -> Int {
        let mask = slots.count &- 1
        var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 20) & mask
        while slots[index].key != key && slots[index].key != 0 { index = (index &+ 1) & mask }
        return index
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(key: 0, value: filler), count: 2 * old.count)
        for slot in old where slot.key != 0 { slots[index(of: slot.key)] = slot }
    }
}
