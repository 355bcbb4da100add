import XapianKit

/// Reads a database: the reading half of the two places that touch Xapian.
///
/// Not Sendable: it lives and dies on one thread. Every method blocks, and throws `SearchIndexError`: `.overtaken` when
/// two commits or more have passed since `reopen`, `.storage` or `.corrupt` otherwise.
final class IndexReader {
    private let database: Database
    private var block = PostingBlock()
    /// When the search that reads must stop; what reads many things looks at it and throws `.interrupted`.
    var deadline = Deadline.never
    /// The index's, which stays when a load puts a merged database in the place of another.
    let uuid: String
    /// What the index's revision is above Xapian's.
    private let revisionBase: UInt64

    convenience init(path: String) throws(SearchIndexError) {
        try self.init(try SearchIndexError.translating { () throws(XapianError) in try Database(path: path) })
    }

    /// A reader of a database that is open already: the writer's own.
    init(_ database: Database) throws(SearchIndexError) {
        self.database = database
        do {
            let uuid = try database.metadata(Schema.uuidKey)
            self.uuid = uuid.isEmpty ? try database.uuid() : String(decoding: uuid, as: UTF8.self)
        } catch { throw .storage(error) }
        let base: [UInt8]
        do { base = try database.metadata(Schema.revisionBaseKey) } catch { throw .storage(error) }
        var bytes = ByteReader(base)
        revisionBase = bytes.isAtEnd ? 0 : try bytes.readInteger()
    }

    /// Moves on to the newest revision, and returns it.
    func reopen() throws(SearchIndexError) -> UInt64 {
        do { try database.reopen() } catch { throw .storage(error) }
        return try statistics().revision
    }

    /// Counts, and the index's revision.
    func statistics() throws(SearchIndexError) -> Statistics {
        do {
            var statistics = try database.statistics()
            statistics.revision += revisionBase
            return statistics
        } catch { throw .storage(error) }
    }

    /// One more than the last docid: how many rows a column has.
    ///
    /// The last docid is one number in one file, and memory and disk are taken by it. So it is held against how many
    /// articles there ever were: a thousand passages for each, and ten million more.
    /// - Throws: `corrupt` when it is beyond that.
    func rows(_ statistics: Statistics) throws(SearchIndexError) -> Int {
        var stored = ByteReader(try metadata(Schema.nextOrdinalKey))
        let articles = stored.isAtEnd ? 0 : try stored.readCount()
        let rows = Int(statistics.lastDocid) + 1
        guard rows <= articles * 1_000 + 10_000_000 else {
            throw .corrupt("the last docid, \(statistics.lastDocid), is impossible with \(articles) articles")
        }
        return rows
    }

    /// The postings of a term, decoded; empty for a term that the index does not have.
    func postings(of term: [UInt8]) throws(SearchIndexError) -> Postings {
        let builder: PostingsBuilder
        do {
            let cursor = try database.postings(term)
            builder = PostingsBuilder(capacity: Int(cursor.termFrequency))
            while try cursor.nextBlock(into: &block) {
                builder.append(block.docids, block.numbers, count: block.count)
                if deadline.hasPassed { break }
            }
        } catch { throw .storage(error) }
        try deadline.check()
        return builder.build()
    }

    /// The postings of a term at some passages only: Xapian skips from one to the next.
    func postings(of term: [UInt8], at candidates: Postings, frequency: Int) throws(SearchIndexError) -> Postings {
        let builder = PostingsBuilder(capacity: candidates.count)
        do {
            let cursor = try database.postings(term)
            var one = PostingBlock(capacity: 1)
            for number in 0..<candidates.count {
                if number % 256 == 255, deadline.hasPassed { break }
                let candidate = candidates.docids[number]
                // The posting that the last skip led to may lie beyond this candidate already.
                if one.count > 0, one.docids[0] > candidate { continue }
                if one.count == 0 || one.docids[0] < candidate {
                    try cursor.skip(to: candidate)
                    guard try cursor.nextBlock(into: &one) else { break }
                }
                if one.docids[0] == candidate { builder.append(candidate, wdf: one.numbers[0]) }
            }
        } catch { throw .storage(error) }
        try deadline.check()
        return builder.build(frequency: frequency)
    }

    func frequency(of term: [UInt8]) throws(SearchIndexError) -> Int {
        do { return Int(try database.termFrequency(term)) } catch { throw .storage(error) }
    }

    /// Positions of a term in a passage, ascending, from 1.
    func positions(of term: [UInt8], in docid: UInt32) throws(SearchIndexError) -> [UInt32] {
        do { return try database.positions(of: term, docid: docid) } catch { throw .storage(error) }
    }

    /// Those of `docids`, ascending, in which the terms stand side by side in this order.
    func docids(withPhrase terms: [[UInt8]], among docids: [UInt32]) throws(SearchIndexError) -> [UInt32] {
        var positions: [(docid: UInt32, ofTerms: [[UInt32]])] = docids.map { ($0, []) }
        // Term by term: a term's lists lie side by side in the order of the docids.
        for term in terms {
            try deadline.check()
            for index in positions.indices {
                positions[index].ofTerms.append(try self.positions(of: term, in: positions[index].docid))
            }
            positions.removeAll { $0.ofTerms.last?.isEmpty == true }
        }
        return positions.filter { Proximity.isPhrase($0.ofTerms) }.map(\.docid)
    }

    /// The passages in which the terms stand side by side in this order.
    func docids(withPhrase terms: [[UInt8]]) throws(SearchIndexError) -> [UInt32] {
        try deadline.check()
        do {
            var parts: [XapianQuery] = []
            for term in terms { parts.append(try .term(term)) }
            return try database.matchingDocids(
                try .phrase(parts, window: parts.count), stop: deadline.flag, limit: deadline.remaining)
        } catch { throw .storage(error) }
    }

    /// At most `limit` terms that begin with `prefix`.
    func terms(prefix: [UInt8], limit: Int) throws(SearchIndexError) -> [[UInt8]] {
        var terms: [[UInt8]] = []
        try forEachTerm(prefix: prefix) { term in
            terms.append(term)
            return terms.count < limit
        }
        return terms
    }

    /// Calls `body` with each term that begins with `prefix`, in byte order, until it returns false.
    func forEachTerm(prefix: [UInt8], _ body: ([UInt8]) -> Bool) throws(SearchIndexError) {
        do {
            let cursor = try database.terms(prefix: prefix)
            var count = 0
            while let entry = try cursor.next(), body(entry.bytes) {
                count += 1
                if count % Pace.stride == 0, deadline.hasPassed { break }
            }
        } catch { throw .storage(error) }
        // Only after the loop: what it throws is the engine's.
        try deadline.check()
    }

    /// The terms of at most `limit` words that begin with `prefix`.
    func stems(ofWordsWithPrefix prefix: [UInt8], limit: Int) throws(SearchIndexError) -> [[UInt8]] {
        var stems: Set<[UInt8]> = []
        do {
            let cursor = try database.metadataKeys(prefix: Schema.wordKey(prefix))
            var count = 0
            while stems.count < limit, let entry = try cursor.next() {
                stems.insert(try database.metadata(entry.bytes))
                count += 1
                if count % 256 == 0, deadline.hasPassed { break }
            }
        } catch { throw .storage(error) }
        try deadline.check()
        return Array(stems)
    }

    /// Calls `body` with each word of the index, folded as people write it, in byte order, until it returns false. Words
    /// that are too long for a key are left out.
    func forEachWord(_ body: ([UInt8]) -> Bool) throws(SearchIndexError) {
        let prefix = Schema.wordKey([])
        do {
            let cursor = try database.metadataKeys(prefix: prefix)
            var count = 0
            while let entry = try cursor.next() {
                let word = Array(entry.bytes.dropFirst(prefix.count))
                if word.first != 1, !body(word) { break }
                count += 1
                if count % 256 == 0, deadline.hasPassed { break }
            }
        } catch { throw .storage(error) }
        try deadline.check()
    }

    /// Calls `body` with each term that words of texts, or of headlines, make, without prefix, and the number of passages
    /// that have it.
    func forEachWordTerm(_ scope: Plan.Scope, _ body: ([UInt8], UInt32) -> Void) throws(SearchIndexError) {
        let prefix = scope == .title ? Array((Field.title.prefix ?? "").utf8) : []
        do {
            let cursor = try database.terms(prefix: prefix)
            var count = 0
            while let entry = try cursor.next() {
                if prefix.isEmpty, entry.bytes[0] &- UInt8(ascii: "A") < 26 {
                    // Terms with a capital are of other fields.
                    try cursor.skip(to: [UInt8(ascii: "Z") + 1])
                    continue
                }
                body(Array(entry.bytes.dropFirst(prefix.count)), entry.number)
                count += 1
                if count % 256 == 0, deadline.hasPassed { break }
            }
        } catch { throw .storage(error) }
        try deadline.check()
    }

    /// How many passages have a word's term, in the text or in the headline, whichever are more.
    func passages(of term: [UInt8]) throws(SearchIndexError) -> Int {
        max(try frequency(of: term), try frequency(of: Array((Field.title.prefix ?? "").utf8) + term))
    }

    /// Calls `body` with each term of a passage and how often it stands there, in byte order.
    func forEachTerm(of docid: UInt32, _ body: ([UInt8], UInt32) -> Void) throws(SearchIndexError) {
        do {
            let cursor = try database.terms(docid: docid)
            while let entry = try cursor.next() { body(entry.bytes, entry.number) }
        } catch { throw .storage(error) }
    }

    func passage(_ docid: UInt32) throws(SearchIndexError) -> PassageRecord {
        let bytes: [UInt8]
        do { bytes = try database.data(docid: docid) } catch { throw .storage(error) }
        return try PassageRecord(decoding: bytes)
    }

    /// The record of an article, or nil.
    func article(id: String) throws(SearchIndexError) -> ArticleRecord? {
        let bytes = try metadata(Schema.articleKey(id: id))
        return bytes.isEmpty ? nil : try ArticleRecord(decoding: bytes)
    }

    /// The value of a metadata key; empty when there is none.
    func metadata(_ key: [UInt8]) throws(SearchIndexError) -> [UInt8] {
        do { return try database.metadata(key) } catch { throw .storage(error) }
    }

    /// The metadata keys that begin with `prefix`, in byte order.
    func metadataKeys(prefix: [UInt8]) throws(SearchIndexError) -> [[UInt8]] {
        do {
            let cursor = try database.metadataKeys(prefix: prefix)
            var keys: [[UInt8]] = []
            while let entry = try cursor.next() { keys.append(entry.bytes) }
            return keys
        } catch { throw .storage(error) }
    }

    /// Calls `body` with every passage's docid and length, ascending.
    func forEachLength(_ body: (UInt32, UInt32) -> Void) throws(SearchIndexError) {
        do {
            let cursor = try database.lengths()
            while try cursor.nextBlock(into: &block) {
                for index in 0..<block.count { body(block.docids[index], block.numbers[index]) }
            }
        } catch { throw .storage(error) }
    }

    /// Calls `body` with the docid and value of every passage that has one in `slot`, ascending.
    func forEachValue(slot: UInt32, _ body: (UInt32, ArraySlice<UInt8>) throws(SearchIndexError) -> Void)
        throws(SearchIndexError)
    {
        let cursor: ValueCursor
        do { cursor = try database.values(slot: slot) } catch { throw .storage(error) }
        var values = ValueBlock()
        while true {
            do { if !(try cursor.nextBlock(into: &values)) { return } } catch { throw .storage(error) }
            for index in 0..<values.count { try body(values.docids[index], values.bytes[values.range(index)]) }
        }
    }
}
