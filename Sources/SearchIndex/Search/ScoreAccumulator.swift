/// Adds up BM25 scores term at a time, for one window of docids after the other, ascending.
///
/// The window's scores sit in one flat array, small enough for the processor's cache; `score(of:)` may only go forward.
struct ScoreAccumulator {
    private static let window = 1 << 16
    private let weighting: BM25
    private let lists: [WeightedPostings]
    private let lengths: Column<UInt32>
    private let inverseAverage: Double
    /// For each list, the first posting at or above the end of the current window.
    private var positions: [Int]
    private var scores: [Double]
    private var start = 0

    init(_ lists: [WeightedPostings], lengths: Column<UInt32>, averageLength: Double, weighting: BM25) {
        self.lists = lists
        self.lengths = lengths
        self.weighting = weighting
        inverseAverage = averageLength > 0 ? 1 / averageLength : 0
        positions = [Int](repeating: 0, count: lists.count)
        scores = lists.isEmpty ? [] : [Double](repeating: 0, count: Self.window)
        if !lists.isEmpty { fill() }
    }

    /// The score of a passage; 0 for one that no list holds. Docids must not descend from call to call.
    @inline(__always)
    mutating func score(of docid: UInt32) -> Double {
        if lists.isEmpty { return 0 }
        if Int(docid) >= start + Self.window { move(to: Int(docid)) }
        return scores[Int(docid) - start]
    }

    private mutating func move(to docid: Int) {
        start = docid / Self.window * Self.window
        for index in scores.indices { scores[index] = 0 }
        fill()
    }

    /// Adds every list's postings of the window `start ..< start + window` to the scores.
    private mutating func fill() {
        let end = start + Self.window
        lengths.withElements { lengths in
            for (number, list) in lists.enumerated() {
                list.postings.docids.withUnsafeBufferPointer { docids in
                    var index = positions[number]
                    // A window that was jumped over leaves postings behind: pass them.
                    while index < docids.count, Int(docids[index]) < start { index += 1 }
                    while index < docids.count, Int(docids[index]) < end {
                        let docid = Int(docids[index])
                        if docid < lengths.count {
                            scores[docid - start] +=
                                list.weight
                                * weighting.share(
                                    wdf: Double(list.postings.wdfs[index]), length: Double(lengths[docid]),
                                    inverseAverage: inverseAverage)
                        }
                        index += 1
                    }
                    positions[number] = index
                }
            }
        }
    }
}
