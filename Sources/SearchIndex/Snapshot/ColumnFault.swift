/// Why columns on disk cannot be used; they are then made anew from the database. Never seen by a user, only logged.
struct ColumnFault: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
