/// A 128-bit hash that is the same on every run and machine: MurmurHash3, the x64 128-bit variant with seed 0.
///
/// It names contents and finds equal ones. It is no defence against someone who wants two contents to collide.
/// After Austin Appleby's public-domain specification of MurmurHash3.
package struct StableHash: Hashable, Sendable, CustomStringConvertible {
    package var first: UInt64
    package var second: UInt64

    /// The hash of the bytes.
    package init(_ bytes: Span<UInt8>) {
        var mixer = Mixer()
        var index = 0
        while bytes.count - index >= 16 {
            mixer.mix(Self.word(bytes, index, 8), Self.word(bytes, index + 8, 8))
            index += 16
        }
        let rest = bytes.count - index
        mixer.mixTail(Self.word(bytes, index, min(rest, 8)), Self.word(bytes, index + 8, max(rest - 8, 0)))
        (first, second) = mixer.finish(count: bytes.count)
    }

    /// The hash of a string's UTF-8 form.
    package init(_ text: String) {
        self.init(text.utf8.span)
    }

    /// 32 hexadecimal digits.
    package var description: String {
        [first, second].map { value in
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Up to eight bytes as a little-endian number.
    private static func word(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
        var value: UInt64 = 0
        for i in 0..<count { value |= UInt64(bytes[start + i]) << UInt64(8 * i) }
        return value
    }
}

extension StableHash {
    /// The two running halves of the hash.
    private struct Mixer {
        private var h1: UInt64 = 0
        private var h2: UInt64 = 0
        private let c1: UInt64 = 0x87c3_7b91_1142_53d5
        private let c2: UInt64 = 0x4cf5_ad43_2745_937f

        mutating func mix(_ k1: UInt64, _ k2: UInt64) {
            h1 ^= scrambled1(k1)
            h1 = (rotate(h1, 27) &+ h2) &* 5 &+ 0x52dc_e729
            h2 ^= scrambled2(k2)
            h2 = (rotate(h2, 31) &+ h1) &* 5 &+ 0x3849_5ab5
        }

        mutating func mixTail(_ k1: UInt64, _ k2: UInt64) {
            h1 ^= scrambled1(k1)
            h2 ^= scrambled2(k2)
        }

        mutating func finish(count: Int) -> (UInt64, UInt64) {
            h1 ^= UInt64(count)
            h2 ^= UInt64(count)
            h1 &+= h2
            h2 &+= h1
            h1 = avalanche(h1)
            h2 = avalanche(h2)
            h1 &+= h2
            h2 &+= h1
            return (h1, h2)
        }

        private func scrambled1(_ k: UInt64) -> UInt64 { rotate(k &* c1, 31) &* c2 }
        private func scrambled2(_ k: UInt64) -> UInt64 { rotate(k &* c2, 33) &* c1 }
        private func rotate(_ x: UInt64, _ bits: UInt64) -> UInt64 { x << bits | x >> (64 - bits) }

        private func avalanche(_ x: UInt64) -> UInt64 {
            var x = x
            x ^= x >> 33
            x &*= 0xff51_afd7_ed55_8ccd
            x ^= x >> 33
            x &*= 0xc4ce_b9fe_1a85_ec53
            return x ^ x >> 33
        }
    }
}
