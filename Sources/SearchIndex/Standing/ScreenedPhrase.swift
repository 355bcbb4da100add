/// Terms that must stand side by side, in the text or in the headline.
struct ScreenedPhrase: Sendable {
    /// The terms with the prefix of a place, and their features.
    struct Place: Sendable {
        var terms: [[UInt8]]
        var features: [Int32]
    }

    /// The places, one of which is enough.
    var places: [Place]
}
