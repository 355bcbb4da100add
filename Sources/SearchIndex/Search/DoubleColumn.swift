/// A flat, immutable column of numbers, one a docid.
final class DoubleColumn: @unchecked Sendable {
    // @unchecked Sendable: the elements are written only in `init`, and freed in `deinit`.
    let base: UnsafePointer<Double>
    private let buffer: UnsafeMutablePointer<Double>

    /// The column of `value(docid)` for docids below `count`.
    init(count: Int, _ value: (Int) -> Double) {
        buffer = .allocate(capacity: max(count, 1))
        for index in 0..<count { (buffer + index).initialize(to: value(index)) }
        base = UnsafePointer(buffer)
    }

    deinit { buffer.deallocate() }
}
