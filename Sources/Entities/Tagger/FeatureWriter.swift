/// Fills a buffer with the hashes of features; what does not fit is left out.
struct FeatureWriter {
    private let buffer: UnsafeMutableBufferPointer<UInt32>
    private(set) var count = 0

    init(_ buffer: UnsafeMutableBufferPointer<UInt32>) { self.buffer = buffer }

    @inline(__always)
    mutating func add(_ template: UInt32, _ value: UInt32) {
        append(FeatureHash.hash(template, value))
    }

    @inline(__always)
    mutating func add(_ template: UInt32, _ first: UInt32, _ second: UInt32) {
        append(FeatureHash.hash(template, first, second))
    }

    @inline(__always)
    private mutating func append(_ feature: UInt32) {
        guard count < buffer.count else { return }
        buffer[count] = feature
        count += 1
    }
}
