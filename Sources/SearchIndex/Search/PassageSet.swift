internal import CRoaring

/// An immutable set of docids: a compressed bitmap (CRoaring). Operations give new sets.
final class PassageSet: @unchecked Sendable {
    // @unchecked Sendable: the bitmap is written only before `init` returns and freed in `deinit`; every method reads
    // it through CRoaring's const functions, which keep no state of their own.
    // Whoever calls the private `init` hands over a bitmap that it has just made and keeps no pointer to, so this object
    // owns the only one. Operations on two sets make a third and change neither. CRoaring's containers are shared between
    // bitmaps, and then counted, only where copy-on-write is switched on, and it is not. `deinit` runs when no reference is
    // left, so nobody reads what it frees; iterators live on the stack of a method that holds the set.
    private let bitmap: UnsafeMutablePointer<roaring_bitmap_t>

    private init(owning bitmap: UnsafeMutablePointer<roaring_bitmap_t>) { self.bitmap = bitmap }

    /// The empty set.
    convenience init() { self.init(owning: roaring_bitmap_create()) }

    /// The set of `docids`, in any order.
    convenience init(_ docids: [UInt32]) {
        let bitmap: UnsafeMutablePointer<roaring_bitmap_t> = roaring_bitmap_create()
        docids.withUnsafeBufferPointer { roaring_bitmap_add_many(bitmap, $0.count, $0.baseAddress) }
        self.init(owning: bitmap)
    }

    /// All docids of `range`.
    convenience init(range: Range<UInt32>) {
        // The library gives no bitmap for an empty range.
        self.init(
            owning: roaring_bitmap_from_range(UInt64(range.lowerBound), UInt64(range.upperBound), 1)
                ?? roaring_bitmap_create())
    }

    deinit { roaring_bitmap_free(bitmap) }

    /// How many docids there are.
    var count: Int { Int(roaring_bitmap_get_cardinality(bitmap)) }
    var isEmpty: Bool { roaring_bitmap_is_empty(bitmap) }
    /// The lowest docid and the highest; nil for the empty set.
    var bounds: ClosedRange<UInt32>? {
        isEmpty ? nil : roaring_bitmap_minimum(bitmap)...roaring_bitmap_maximum(bitmap)
    }
    func contains(_ docid: UInt32) -> Bool { roaring_bitmap_contains(bitmap, docid) }

    func intersection(_ other: PassageSet) -> PassageSet {
        PassageSet(owning: roaring_bitmap_and(bitmap, other.bitmap))
    }
    func union(_ other: PassageSet) -> PassageSet { PassageSet(owning: roaring_bitmap_or(bitmap, other.bitmap)) }
    func subtracting(_ other: PassageSet) -> PassageSet {
        PassageSet(owning: roaring_bitmap_andnot(bitmap, other.bitmap))
    }

    /// This set with the docids of `added` put in and those of `removed` taken out.
    func updated(adding added: Range<UInt32>, removing removed: [UInt32]) -> PassageSet {
        let copy: UnsafeMutablePointer<roaring_bitmap_t> = roaring_bitmap_copy(bitmap)
        if !added.isEmpty { roaring_bitmap_add_range(copy, UInt64(added.lowerBound), UInt64(added.upperBound)) }
        for docid in removed { roaring_bitmap_remove(copy, docid) }
        roaring_bitmap_run_optimize(copy)
        return PassageSet(owning: copy)
    }

    /// The union of any number of sets.
    static func union(_ sets: [PassageSet]) -> PassageSet {
        sets.dropFirst().reduce(sets.first ?? PassageSet()) { $0.union($1) }
    }

    /// Calls `body` with ascending docids, a block at a time. A block is valid during its call only.
    func forEachBlock(_ body: (UnsafeBufferPointer<UInt32>) throws -> Void) rethrows {
        guard let iterator = roaring_create_iterator(bitmap) else { return }
        defer { roaring_free_uint32_iterator(iterator) }
        try withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1024) { block in
            while true {
                let read = roaring_read_uint32_iterator(iterator, block.baseAddress, 1024)
                if read == 0 { return }
                try body(UnsafeBufferPointer(rebasing: block[..<Int(read)]))
            }
        }
    }

    /// All docids, ascending. For tests and short sets.
    var docids: [UInt32] {
        var all: [UInt32] = []
        all.reserveCapacity(count)
        forEachBlock { all.append(contentsOf: $0) }
        return all
    }
}
