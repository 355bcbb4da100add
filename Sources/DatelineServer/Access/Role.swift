/// What somebody may do. Each role may do what the ones before it may.
enum Role: String, CaseIterable, Comparable, Sendable {
    /// Search, and read articles and status.
    case read
    /// Add, replace and delete articles; correct names; keep gazetteers.
    case write
    /// Check, compact and back up the index.
    case admin

    static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .read: 0
        case .write: 1
        case .admin: 2
        }
    }
}
