/// Corrections of an index: those in force, or those that a change was about.
package struct CorrectionOutcome: Sendable {
    package var stamp: IndexStamp
    /// All in force; after a change those that were added or taken back.
    package var changed: [RecordedCorrection]
    /// How many are in force now.
    package var total: Int
    /// Of those that were added, the names to correct that no article has had so far: perhaps mistyped.
    package var unknown: [String] = []
}
