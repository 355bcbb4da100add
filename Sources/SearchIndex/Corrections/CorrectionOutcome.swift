/// What a change to the corrections did.
package struct CorrectionOutcome: Sendable {
    package var stamp: IndexStamp
    /// The corrections that were added or taken back.
    package var changed: [RecordedCorrection]
    /// How many are in force now.
    package var total: Int
}
