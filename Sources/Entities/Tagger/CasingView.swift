/// The casing of known words, as the model's file has it: slots of a word's hash and two codes.
///
/// A view: whoever makes one keeps the bytes alive.
struct CasingView {
    private let slots: UnsafePointer<UInt64>
    private let count: Int

    /// `count` slots of 8 bytes, the key in the low half, one of them empty at least.
    init(slots: UnsafePointer<UInt64>, count: Int) {
        self.slots = slots
        self.count = count
    }

    /// `WordCasing.code` and, in the high byte, `typeCode` of the word with this hash; 0 for an unknown one.
    @inline(__always)
    func codes(_ word: UInt32) -> UInt16 {
        let key = word | 1
        var index = HashTable32.home(key, count)
        while true {
            let slot = slots[index]
            let found = UInt32(truncatingIfNeeded: slot)
            if found == key { return UInt16(truncatingIfNeeded: slot >> 32) }
            if found == 0 { return 0 }
            index = index + 1 == count ? 0 : index + 1
        }
    }
}
