/// Several strings at addresses that hold while a closure runs: a pointer into each of many cannot be had at once.
enum PinnedStrings {
    /// Calls `body` with the UTF-8 bytes of each string.
    static func with(
        _ strings: [String], _ body: ([UnsafeRawBufferPointer]) throws(XapianError) -> Void
    ) throws(XapianError) {
        let joined = UnsafeMutableRawBufferPointer.allocate(
            byteCount: strings.reduce(0) { $0 + $1.utf8.count }, alignment: 1)
        defer { joined.deallocate() }
        var begin = 0
        let pinned = strings.map { string in
            let end = begin + string.utf8.count
            defer { begin = end }
            joined[begin..<end].copyBytes(from: string.utf8)
            return UnsafeRawBufferPointer(rebasing: joined[begin..<end])
        }
        try body(pinned)
    }
}
