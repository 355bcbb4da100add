/// Counts something of the passages that a scan goes through, a window at a time.
protocol WindowCounter: AnyObject {
    /// Counts ascending docids, all above those of the calls before. `articles` is the column of article ordinals.
    func count(_ docids: UnsafeBufferPointer<UInt32>, _ columns: Columns, articles: UnsafeBufferPointer<UInt32>)

    /// The counts of the values that occurred, in no order; the counter is clear afterwards.
    func take() -> [ValueCount]
}
