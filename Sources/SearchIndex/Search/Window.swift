/// The unit in which a query runs: a run of docids small enough that its bits and scores stay in the processor's cache.
///
/// Window number `w` holds the docids `w * size ..< (w + 1) * size`; its bits are `words` words, lowest docid first.
enum Window {
    static let size = 1 << 14
    static let words = size / 64

    /// The windows that hold `docids`.
    static func numbers(of docids: Range<UInt32>) -> Range<Int> {
        docids.isEmpty ? 0..<0 : Int(docids.lowerBound) / size..<(Int(docids.upperBound) - 1) / size + 1
    }

    typealias Bits = UnsafeMutablePointer<UInt64>

    /// Clears all bits.
    @inline(__always)
    static func clear(_ bits: Bits) { bits.update(repeating: 0, count: words) }

    /// Clears the bits of docids outside `docids`, in window `number`.
    static func clip(_ bits: Bits, of number: Int, to docids: Range<UInt32>) {
        let base = number * size
        let lower = Int(docids.lowerBound) - base
        let upper = Int(docids.upperBound) - base
        for word in 0..<words {
            let start = word * 64
            if start + 64 <= lower || start >= upper {
                bits[word] = 0
            } else {
                if lower > start { bits[word] &= ~UInt64(0) << UInt64(lower - start) }
                if upper < start + 64 { bits[word] &= (UInt64(1) << UInt64(upper - start)) - 1 }
            }
        }
    }

    static func count(_ bits: Bits) -> Int {
        var count = 0
        for word in 0..<words { count += bits[word].nonzeroBitCount }
        return count
    }

    /// Intersects `bits` with `other`; false when nothing is left.
    @inline(__always)
    static func intersect(_ bits: Bits, _ other: Bits) -> Bool {
        var any: UInt64 = 0
        for word in 0..<words {
            bits[word] &= other[word]
            any |= bits[word]
        }
        return any != 0
    }

    /// Takes `other` out of `bits`; false when nothing is left.
    @inline(__always)
    static func subtract(_ bits: Bits, _ other: Bits) -> Bool {
        var any: UInt64 = 0
        for word in 0..<words {
            bits[word] &= ~other[word]
            any |= bits[word]
        }
        return any != 0
    }

    @inline(__always)
    static func unite(_ bits: Bits, _ other: Bits) {
        for word in 0..<words { bits[word] |= other[word] }
    }

    /// Writes the set bits' docids, ascending, to `docids`, which has room for `size`. Returns how many.
    @inline(__always)
    static func extract(_ bits: Bits, of number: Int, into docids: UnsafeMutablePointer<UInt32>) -> Int {
        var count = 0
        var base = UInt32(number * size)
        for word in 0..<words {
            var rest = bits[word]
            while rest != 0 {
                docids[count] = base &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
                count &+= 1
                rest &= rest &- 1
            }
            base &+= 64
        }
        return count
    }
}
