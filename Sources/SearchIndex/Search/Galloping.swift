/// Search in ascending docids, from a place on: in strides that double, then by binary search, so that near ones are found
/// in few steps and far ones in not many more.
enum Galloping {
    /// The index, at or above `index`, of the first docid that is not below `docid`; `count` when there is none.
    @inline(__always)
    static func index(
        notBelow docid: UInt32, from index: Int, in docids: UnsafePointer<UInt32>, count: Int
    ) -> Int {
        var low = index
        var stride = 1
        while low &+ stride < count, docids[low &+ stride] < docid {
            low &+= stride
            stride &*= 2
        }
        var high = min(low &+ stride, count)
        while low < high {
            let middle = (low &+ high) >> 1
            if docids[middle] < docid { low = middle &+ 1 } else { high = middle }
        }
        return low
    }
}
