/// The version of all formats for programs, as docs/FORMATS.md describes it. It goes up when one of them changes in a way
/// that a reader of the old one would not understand.
package enum FormatVersion {
    /// What is printed.
    package static let current = 1
    /// The oldest that can still be printed.
    package static let oldest = 1

    /// Refuses a version that cannot be printed, before anything is.
    ///
    /// - Throws: ``ClientError`` with the code `usage` and the status 20 or 21.
    package static func check(_ asked: Int?) throws(ClientError) {
        guard let asked else { return }
        if asked < oldest {
            throw ClientError(
                .usage, "version \(asked) of the formats is too old: \(oldest) is the oldest that is printed",
                hint: "docs/FORMATS.md tells what has changed", exitStatus: .formatTooOld)
        }
        if asked > current {
            throw ClientError(
                .usage, "version \(asked) of the formats is too new: this dateline knows \(current)",
                hint: "install a newer one", exitStatus: .formatTooNew)
        }
    }
}
