import Corpus
import TextAnalysis

/// What is stored once an article, in the database's metadata: everything but the text, which its passages hold.
struct ArticleRecord: Equatable, Sendable {
    static let version: UInt64 = 3

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
    /// The entities that the caller gave, and whether the caller split the text: with the passages' texts all that is needed
    /// to make the article anew.
    var given: [GivenEntity]
    var isSplitByCaller: Bool

    /// The article as it was given, its text in the passages' order.
    func article(text: String) -> Article {
        var article = Article(id: id, text: text)
        (article.title, article.date, article.dateline) = (title, date, dateline)
        (article.source, article.url, article.section) = (source, url, section)
        (article.language, article.authors, article.tags) = (language, authors, tags)
        article.entities = given
        article.passages = isSplitByCaller ? passages : nil
        return article
    }

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
        writer.write(isSplitByCaller ? 1 : 0)
        writer.write(given.count)
        for entity in given {
            writer.write(entity.type)
            writer.write(entity.name)
            // One more than the length, so that 0 says that there is no place.
            writer.write(entity.range.map { $0.count + 1 } ?? 0)
            if let range = entity.range { writer.write(range.lowerBound) }
        }
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
        isSplitByCaller = try reader.readCount() != 0
        given = []
        for _ in 0..<(try reader.readCount()) {
            var entity = GivenEntity(type: try reader.readString(), name: try reader.readString())
            let length = try reader.readCount()
            if length > 0 {
                let start = try reader.readCount()
                entity.range = start..<start + length - 1
            }
            given.append(entity)
        }
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
        given = article.entities
        isSplitByCaller = article.passages != nil
    }
}
