/// Why columns on disk cannot be used; they are then made anew from the database. Never seen by a user, only logged.
struct ColumnFault: Error, Equatable, CustomStringConvertible {
    let description: String
    /// The name of the file that is damaged; nil when none is.
    let file: String?

    init(_ description: String, file: String? = nil) {
        self.description = description
        self.file = file
    }

    /// A file is not what it should be.
    init(in file: String, _ what: String) {
        description = "\(file) \(what)"
        self.file = file
    }
}
