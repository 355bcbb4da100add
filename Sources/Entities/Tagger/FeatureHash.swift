/// Makes features of values: a template's number and one or two values give 32 bits that name the feature.
enum FeatureHash {
    @inline(__always)
    static func hash(_ template: UInt32, _ value: UInt32) -> UInt32 {
        finish(UInt64(value) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(template) &* 0xC2B2_AE3D_27D4_EB4F)
    }

    @inline(__always)
    static func hash(_ template: UInt32, _ first: UInt32, _ second: UInt32) -> UInt32 {
        finish(
            (UInt64(first) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(second)) &* 0xD6E8_FEB8_6659_FD93
                ^ UInt64(template) &* 0xC2B2_AE3D_27D4_EB4F)
    }

    /// The 32 bits of a word's hash that stand for it in features.
    @inline(__always)
    static func word(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ hash >> 32) }

    /// Never 0, which marks an empty slot.
    @inline(__always)
    private static func finish(_ mixed: UInt64) -> UInt32 {
        var value = mixed
        value ^= value >> 29
        value = value &* 0xBF58_476D_1CE4_E5B9
        value ^= value >> 32
        return UInt32(truncatingIfNeeded: value) | 1
    }
}
