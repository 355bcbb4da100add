/// The files that were sent with a request, for the case that it is refused. Holds the first thousand, and counts all.
struct NamesSent {
    private static let kept = 1000
    /// The first of them.
    private(set) var names: [String] = []
    /// How many more there were.
    private(set) var omitted = 0
    private var last: String?

    var isEmpty: Bool { names.isEmpty }

    /// Adds names; a file that came in several parts, one after the other, counts once.
    mutating func add(_ more: [String]) {
        for name in more where name != last {
            if names.count < Self.kept { names.append(name) } else { omitted += 1 }
            last = name
        }
    }
}
