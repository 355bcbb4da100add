import Corpus
import Entities
import XapianKit

@testable import SearchIndex

/// All that an index holds, as text to compare: without the numbers that may differ between two ways of writing the same.
struct IndexContents {
    /// Each article's record, its ordinal and story left out, and its passages with their rows in the columns.
    var articles: [String: [String]] = [:]
    /// Each term's docids, wdfs and positions.
    var terms: [String: String] = [:]
    var words: [String: [UInt8]] = [:]
    var status: String

    /// What is otherwise in another index's contents, in a few words each.
    /// - Parameter docids: whether the numbering must be the same as well.
    func differences(from other: IndexContents, docids: Bool) -> [String] {
        var found = status == other.status ? [] : ["\(status) / \(other.status)"]
        if words != other.words { found.append("words") }
        for id in Set(articles.keys).union(other.articles.keys) {
            let (mine, theirs) = (articles[id] ?? [], other.articles[id] ?? [])
            if docids ? mine != theirs : mine.dropFirst() != theirs.dropFirst() { found.append("\(mine) / \(theirs)") }
        }
        for term in Set(terms.keys).union(other.terms.keys) {
            let (mine, theirs) = (terms[term], other.terms[term])
            if docids ? mine != theirs : (mine == nil) != (theirs == nil) { found.append("term \(term)") }
        }
        return found
    }

    /// Reads the database of a test's index directly, beside the writer, and the columns.
    init(_ test: TestIndex) throws {
        let status = test.index.status()
        self.status = "\(status.articles) articles, \(status.passages) passages"
        let database = try Database(path: test.folder + "/db")
        let reader = try IndexReader(database)
        let (columns, values) = (test.index.snapshot.columns, test.index.snapshot.values)
        for key in try reader.metadataKeys(prefix: Array("A".utf8)) {
            var record = try ArticleRecord(decoding: try reader.metadata(key))
            let ordinal = record.ordinal
            let story = record.story
            (record.ordinal, record.story) = (0, 0)
            var lines = ["\(record)"]
            for docid in record.docids {
                let slot = ByteWriterInteger(try database.value(docid: docid, slot: Slot.article))
                let storySlot = try database.value(docid: docid, slot: Slot.story)
                let storedStory = storySlot.isEmpty ? ordinal : ByteWriterInteger(storySlot).value
                // By their keys: of two spellings of a name the one that was met first is kept, and threads read at once.
                let rows = columns.facets.indices.map { facet in
                    columns.facets[facet].ids(of: docid).map { NameKey.key(values[facet][$0]) }.sorted()
                }
                let stored = try Field.facets.indices.map { facet in
                    let bytes = try database.value(docid: docid, slot: Slot.firstFacet + UInt32(facet))
                    return try PackedIDs.decode(bytes[...]).map { NameKey.key(values[facet][$0]) }.sorted()
                }
                lines.append(
                    "\(try reader.passage(docid)) \(columns.length[Int(docid)]) \(columns.date[Int(docid)]) \(rows)"
                        + " \(rows == stored) \(columns.article[Int(docid)] == ordinal) \(slot.value == ordinal)"
                        + " \(columns.story[Int(docid)] == story) \(storedStory == story)")
            }
            articles[record.id] = lines
        }
        for key in try reader.metadataKeys(prefix: Array("W".utf8)) {
            words[String(decoding: key, as: UTF8.self)] = try reader.metadata(key)
        }
        try reader.forEachTerm(prefix: []) { term in
            terms[String(decoding: term, as: UTF8.self)] = ""
            return true
        }
        for term in terms.keys {
            var block = PostingBlock()
            let cursor = try database.postings(Array(term.utf8))
            while try cursor.nextBlock(into: &block) {
                for place in 0..<block.count {
                    let positions = try database.positions(of: Array(term.utf8), docid: block.docids[place])
                    terms[term]?.append("\(block.docids[place]) \(block.numbers[place]) \(positions) ")
                }
            }
        }
    }
}

/// An integer as a value slot holds it.
private struct ByteWriterInteger {
    var value: UInt32

    init(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        value = (try? reader.readCount()).map(UInt32.init) ?? .max
    }
}
