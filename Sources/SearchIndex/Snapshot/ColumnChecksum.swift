/// A running checksum of a column's elements: appended ones are added without looking at the others again.
///
/// Four polynomials in an odd factor modulo 2^64, element i going into number i mod 4. A change of any one element
/// changes the value for certain, any other damage all but certainly. It guards against accidents, not against intent.
struct ColumnChecksum: Equatable, Sendable {
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    /// How many elements it covers.
    private(set) var count = 0

    /// Adds the elements from number `count` on.
    mutating func extend<Element: FixedWidthInteger>(over elements: UnsafeBufferPointer<Element>) {
        while count < elements.count, count & 3 != 0 || elements.count - count < 4 { add(elements[count]) }
        // In locals, so that the four stay in registers.
        var (a, b, c, d) = lanes
        while elements.count - count >= 4 {
            a = a &* Self.factor &+ UInt64(truncatingIfNeeded: elements[count])
            b = b &* Self.factor &+ UInt64(truncatingIfNeeded: elements[count + 1])
            c = c &* Self.factor &+ UInt64(truncatingIfNeeded: elements[count + 2])
            d = d &* Self.factor &+ UInt64(truncatingIfNeeded: elements[count + 3])
            count += 4
        }
        lanes = (a, b, c, d)
        while count < elements.count { add(elements[count]) }
    }

    var value: UInt64 {
        var value = UInt64(count)
        for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { value = (value ^ (value >> 32)) &* Self.factor &+ lane }
        return value
    }

    private mutating func add(_ element: some FixedWidthInteger) {
        let element = UInt64(truncatingIfNeeded: element)
        switch count & 3 {
        case 0: lanes.0 = lanes.0 &* Self.factor &+ element
        case 1: lanes.1 = lanes.1 &* Self.factor &+ element
        case 2: lanes.2 = lanes.2 &* Self.factor &+ element
        default: lanes.3 = lanes.3 &* Self.factor &+ element
        }
        count += 1
    }

    static func == (a: Self, b: Self) -> Bool { a.count == b.count && a.lanes == b.lanes }
}
