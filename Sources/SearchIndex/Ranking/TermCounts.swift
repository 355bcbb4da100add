/// How often each term stands somewhere.
struct TermCounts: RevisionCacheable {
    var counts: [[UInt8]: UInt32]

    /// About: a small array takes 48 bytes, and its place in the dictionary 24.
    var byteCount: Int { counts.count * 72 }
}
