import XapianKit

/// Everything that Xapian's interface shows of a small database, to compare with that of another.
struct DatabaseContents: Equatable {
    private var statistics: [UInt64] = []
    private var lists: [[UInt8]: [UInt32]] = [:]
    private var lengths: [UInt32] = []
    private var data: [[UInt8]] = []
    private var values: [UInt32: [UInt8]] = [:]
    private var metadata: [[UInt8]: [UInt8]] = [:]

    /// - Parameter slots: those whose values are read.
    init(_ database: Database, slots: [UInt32]) throws(XapianError) {
        let counted = try database.statistics()
        statistics = [
            counted.totalLength, UInt64(counted.documentCount), UInt64(counted.lastDocid),
            UInt64(counted.lengthLowerBound), UInt64(counted.lengthUpperBound), counted.hasPositions ? 1 : 0,
        ]
        var block = PostingBlock()
        let all = try database.lengths()
        var docids: [UInt32] = []
        while try all.nextBlock(into: &block) {
            docids += block.docids.prefix(block.count)
            lengths += block.numbers.prefix(block.count)
        }
        let terms = try database.terms()
        while let term = try terms.next() {
            var list = [term.number, try database.collectionFrequency(term.bytes)]
            let postings = try database.postings(term.bytes)
            while try postings.nextBlock(into: &block) {
                for index in 0..<block.count {
                    list += [block.docids[index], block.numbers[index]]
                    list += try database.positions(of: term.bytes, docid: block.docids[index])
                }
            }
            lists[term.bytes] = list
        }
        for docid in docids {
            data.append(try database.data(docid: docid))
            let terms = try database.terms(docid: docid)
            var list: [UInt8] = []
            while let term = try terms.next() { list += term.bytes + Array("/\(term.number) ".utf8) }
            data.append(list)
            for slot in slots { data.append(try database.value(docid: docid, slot: slot)) }
        }
        for slot in slots {
            var found = ValueBlock()
            let cursor = try database.values(slot: slot)
            while try cursor.nextBlock(into: &found) {
                for index in 0..<found.count {
                    values[slot, default: []] += Array("\(found.docids[index])=".utf8) + found.bytes[found.range(index)]
                }
            }
        }
        let keys = try database.metadataKeys()
        while let key = try keys.next() { metadata[key.bytes] = try database.metadata(key.bytes) }
    }
}
