/// The weighting's norms of an index at one revision, by the length of a passage.
///
/// Passages are short, so a table of lengths is small enough to stay in the processor's cache, which a column with the
/// norm of each passage would not be.
struct NormTable<W: Weighting>: Sendable {
    /// Lengths from this on are worked out when they come up.
    static var size: Int { 2_048 }

    private let weighting: W
    /// Of the units that it is for; 0 of none.
    let averageLength: Double
    private let inverseAverage: Double
    private let norms: [Double]

    init(_ weighting: W, averageLength: Double) {
        self.weighting = weighting
        self.averageLength = averageLength
        let inverse = averageLength > 0 ? 1 / averageLength : 0
        inverseAverage = inverse
        norms = (0..<Self.size).map { weighting.norm(length: UInt32($0), inverseAverage: inverse) }
    }

    /// The norm of a passage of this length.
    @inline(__always)
    func norm(_ length: UInt32) -> Double {
        length < UInt32(Self.size)
            ? norms[Int(length)] : weighting.norm(length: length, inverseAverage: inverseAverage)
    }
}
