/// Looks at a deadline every so many small steps of a long loop.
struct Pace {
    private let deadline: Deadline
    private var steps = 0
    /// A step may take a few microseconds; so many of them are a few milliseconds.
    static let stride = 1_024

    init(_ deadline: Deadline) { self.deadline = deadline }

    /// - Throws: `SearchIndexError.interrupted`.
    @inline(__always)
    mutating func step() throws(SearchIndexError) {
        steps &+= 1
        if steps & (Self.stride - 1) == 0 { try deadline.check() }
    }
}

extension Sequence {
    /// The elements in order, unless the deadline passes meanwhile.
    /// - Throws: `SearchIndexError.interrupted`.
    @inline(__always)
    func sorted(until deadline: Deadline, by precedes: (Element, Element) -> Bool) throws(SearchIndexError)
        -> [Element]
    {
        var pace = Pace(deadline)
        do {
            return try sorted { a, b in
                try pace.step()
                return precedes(a, b)
            }
        } catch { throw .interrupted }
    }
}
