/// The weights of known features, as the model's file has them: slots of a feature's hash and one byte a tag.
///
/// A view: whoever makes one keeps the bytes alive.
struct WeightView {
    private let slots: UnsafePointer<SIMD16<Int8>>
    private let count: Int

    /// `count` slots of 16 bytes: the key, a weight for each tag, and zeros; one slot empty at least.
    init(slots: UnsafePointer<SIMD16<Int8>>, count: Int) {
        self.slots = slots
        self.count = count
    }

    /// The sums of the features' weights; tag `t` is in lane 4 + t. The first four lanes mean nothing.
    @inline(__always)
    func sum(_ features: UnsafeBufferPointer<UInt32>) -> SIMD16<Int16> {
        var sum = SIMD16<Int16>()
        for feature in features {
            var index = HashTable32.home(feature, count)
            while true {
                let slot = slots[index]
                let found = UnsafeRawPointer(slots + index).load(as: UInt32.self)
                if found == feature {
                    sum &+= SIMD16<Int16>(truncatingIfNeeded: slot)
                    break
                }
                if found == 0 { break }
                index = index + 1 == count ? 0 : index + 1
            }
        }
        return sum
    }
}
