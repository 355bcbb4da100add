/// Where the columns came from when the index was opened.
package enum ColumnOrigin: Equatable, Sendable, CustomStringConvertible {
    /// From the files beside the database, as they are.
    case mapped
    /// From the database's value slots, because the files could not be used.
    case rebuilt(because: String)

    package var description: String {
        switch self {
        case .mapped: "mapped"
        case .rebuilt(let reason): "rebuilt: \(reason)"
        }
    }
}
