/// A flat, immutable column of numbers, one a docid.
final class DoubleColumn: @unchecked Sendable {
    // @unchecked Sendable: the elements are written only in `init`, and freed in `deinit`.
    let base: UnsafePointer<Double>
    private let buffer: UnsafeMutablePointer<Double>

    /// The column of `value(docid)` for docids below `count`; nil at the deadline.
    init?(count: Int, until deadline: Deadline, _ value: (Int) -> Double) {
        buffer = .allocate(capacity: max(count, 1))
        base = UnsafePointer(buffer)
        for start in stride(from: 0, to: count, by: Window.size) {
            // What was allocated is freed by `deinit`, which runs because all properties have values.
            if deadline.hasPassed { return nil }
            for index in start..<min(count, start + Window.size) { (buffer + index).initialize(to: value(index)) }
        }
    }

    deinit { buffer.deallocate() }
}
