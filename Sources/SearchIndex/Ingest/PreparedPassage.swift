/// One passage, analysed and ready to be written.
struct PreparedPassage: Sendable {
    var record: PassageRecord
    var text: [TermOccurrence]
}
