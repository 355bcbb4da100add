/// One passage, analysed and ready to be written.
struct PreparedPassage: Sendable {
    var record: PassageRecord
    var text: [TermOccurrence]
    /// The term that passages with the same words share; nil when it has none.
    var wording: [UInt8]?
}
