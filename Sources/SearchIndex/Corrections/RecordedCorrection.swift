/// A correction that is in force: its number, when it was made, and who made it.
package struct RecordedCorrection: Equatable, Sendable {
    /// From 1; never used twice in an index.
    package let number: Int
    /// `2025-08-09T12:30:00Z`.
    package let time: String
    /// The user id of who made it.
    package let uid: UInt32
    package let correction: Correction
}
