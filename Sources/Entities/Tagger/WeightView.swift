/// The weights of known features, as the model's file has them: slots of a feature's hash and one byte a tag.
///
/// A view: whoever makes one keeps the bytes alive.
struct WeightView {
    private let slots: UnsafePointer<SIMD16<Int8>>
    private let count: Int
    /// A bit for each value of the upper 20 bits of a key that some key has: small enough to stay in the cache, and most
    /// features of a text are in no table.
    private let present: [UInt64]

    /// `count` slots of 16 bytes: the key, a weight for each tag, and zeros; one slot empty at least.
    init(slots: UnsafePointer<SIMD16<Int8>>, count: Int) {
        self.slots = slots
        self.count = count
        var present = [UInt64](repeating: 0, count: 1 << 14)
        for slot in 0..<count {
            let key = UnsafeRawPointer(slots + slot).load(as: UInt32.self)
            if key != 0 { present[Int(key >> 18)] |= 1 << UInt64(key >> 12 & 63) }
        }
        self.present = present
    }

    /// The sums of the features' weights; tag `t` is in lane 4 + t. The first four lanes mean nothing.
    ///
    /// - Parameter homes: room for as many slots as there are features.
    @inline(__always)
    func sum(_ features: UnsafeBufferPointer<UInt32>, homes: UnsafeMutableBufferPointer<UInt64>) -> SIMD16<Int16> {
        // The slots are read in a pass of its own in which nothing depends on what was read, so that the memory's delays
        // overlap: they are most of the work.
        var known = 0
        for feature in features {
            homes[known] = UInt64(HashTable32.home(feature, count)) &<< 32 | UInt64(feature)
            known &+= Int(truncatingIfNeeded: present[Int(feature &>> 18)] &>> UInt64(feature &>> 12 & 63) & 1)
        }
        var touched: UInt32 = 0
        for index in 0..<known { touched |= key(of: Int(truncatingIfNeeded: homes[index] &>> 32)) }
        var sum = SIMD16<Int16>()
        guard touched != 0 else { return sum }
        for index in 0..<known {
            let feature = UInt32(truncatingIfNeeded: homes[index])
            var slot = Int(truncatingIfNeeded: homes[index] &>> 32)
            while true {
                let found = key(of: slot)
                if found == feature {
                    sum &+= SIMD16<Int16>(truncatingIfNeeded: slots[slot])
                    break
                }
                if found == 0 { break }
                slot = slot &+ 1 == count ? 0 : slot &+ 1
            }
        }
        return sum
    }

    @inline(__always)
    private func key(of slot: Int) -> UInt32 { UnsafeRawPointer(slots + slot).load(as: UInt32.self) }
}
