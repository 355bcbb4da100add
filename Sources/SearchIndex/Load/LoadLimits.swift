/// When a stream of articles becomes a load, and in which pieces a load is worked on. All numbers count passages unless
/// they say otherwise. See `docs/decisions/0013-loads-through-segments.md` for how they were found.
package struct LoadLimits: Sendable {
    /// A stream that has brought more than this becomes a load; until then its articles wait in memory.
    package var threshold = 20_000
    /// A segment is full when it has this many: more than a request's batch brings, mostly.
    package var segment = 20_000
    /// The same where Xapian writes it.
    package var plainSegment = 2_000
    /// Whether segments may be written whole, where that has been found to work; false is for comparing.
    package var writesWhole = true
    /// A segment that is written whole is full as well when it holds so many bytes of memory.
    package var segmentMemory: UInt64 = 128 << 20
    /// When more segments than this wait to be merged, half of them are merged into one. With twice as many, merged ones
    /// included, what waits is merged with the live database.
    package var segments = 256
    /// A merge writes the live database anew; when that has more than this many times what the load brought, the
    /// segments' documents are added to it instead.
    package var mergeRatio = 20
    /// What waits is merged when there is this much of it, and as much as the live database has.
    package var pending = 1_000_000
    /// How many go into one commit when a segment's documents are added one by one.
    package var commit = 20_000

    package init() {}
}
