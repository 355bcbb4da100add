import TextAnalysis

/// A word as the analyzer's cache knows it: before stemming, with its language, or after.
struct TermForm: Hashable {
    var bytes: [UInt8]
    var isStemmed: Bool
    var language = Language.english

    // By hand because an array hashes byte by byte, and this is most of the work of an analysis that hits the cache.
    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
