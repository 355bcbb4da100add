import Corpus
import TextAnalysis

/// What is stored once an article, in the database's metadata: everything but the text, which its passages hold.
struct ArticleRecord: Equatable, Sendable {
    static let version: UInt64 = 2

    var id: String
    /// The article's number: ascending with the docids, never used twice.
    var ordinal: UInt32
    /// The number of its story: the ordinal of the article that founded that.
    var story: UInt32
    /// The docid of the first passage; the others follow without gap.
    var firstDocid: UInt32
    /// The passages' byte ranges in the text.
    var passages: [Range<Int>]
    /// Hash of everything that the caller gave; equal hashes mean an unchanged article.
    var contentHash: String
    var title: String?
    var date: CalendarDay?
    var dateline: String?
    var source: String?
    var url: String?
    var section: String?
    var language: String?
    var authors: [String]
    var tags: [String]
    /// The language that the words were stemmed in: `language` where it is one with a stemmer, or else found out.
    var stemming: Language

    /// The docids of the article's passages.
    var docids: Range<UInt32> { firstDocid..<firstDocid + UInt32(passages.count) }

    var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.version)
        writer.write(id)
        writer.write(UInt64(ordinal))
        writer.write(UInt64(story))
        writer.write(UInt64(firstDocid))
        writer.write(passages.count)
        // Passages cover the text without a gap, so their lengths say everything.
        for range in passages { writer.write(range.count) }
        writer.write(contentHash)
        writer.write(UInt64(date?.yyyymmdd ?? 0))
        for text in [title, dateline, source, url, section, language] { writer.write(text) }
        writer.write(authors)
        writer.write(tags)
        writer.write(stemming.code)
        return writer.bytes
    }

    init(decoding bytes: [UInt8]) throws(SearchIndexError) {
        var reader = ByteReader(bytes)
        guard try reader.readInteger() == Self.version else {
            throw .corrupt("an article's record has an unknown version")
        }
        id = try reader.readString()
        ordinal = UInt32(truncatingIfNeeded: try reader.readCount())
        story = UInt32(truncatingIfNeeded: try reader.readCount())
        firstDocid = UInt32(truncatingIfNeeded: try reader.readCount())
        passages = []
        var start = 0
        for _ in 0..<(try reader.readCount()) {
            let end = start + (try reader.readCount())
            passages.append(start..<end)
            start = end
        }
        guard Int(firstDocid) + passages.count <= Int(UInt32.max) else {
            throw .corrupt("an article's record names impossible passages")
        }
        contentHash = try reader.readString()
        date = CalendarDay(yyyymmdd: UInt32(truncatingIfNeeded: try reader.readCount()))
        title = try reader.readOptionalString()
        dateline = try reader.readOptionalString()
        source = try reader.readOptionalString()
        url = try reader.readOptionalString()
        section = try reader.readOptionalString()
        language = try reader.readOptionalString()
        authors = try reader.readStrings()
        tags = try reader.readStrings()
        let code = try reader.readString()
        guard let known = Language(rawValue: code) else {
            throw .corrupt("an article's record has an unknown language, \(code)")
        }
        stemming = known
    }

    init(
        article: Article, stemming: Language, contentHash: String, ordinal: UInt32, story: UInt32, firstDocid: UInt32,
        passages: [Range<Int>]
    ) {
        id = article.id
        self.ordinal = ordinal
        self.story = story
        self.firstDocid = firstDocid
        self.passages = passages
        self.contentHash = contentHash
        title = article.title
        date = article.date
        dateline = article.dateline
        source = article.source
        url = article.url
        section = article.section
        language = article.language
        authors = article.authors
        tags = article.tags
        self.stemming = stemming
    }
}
