import Entities

/// What is stored with each passage, as Xapian's document data: enough to show a hit without a second look-up of text.
struct PassageRecord: Equatable, Sendable {
    static let version: UInt64 = 1

    /// An entity of the passage and where it is named. No range: the caller gave it without saying where.
    struct Entity: Equatable, Sendable {
        var type: EntityType
        var name: String
        /// Byte ranges in `text`, ascending.
        var ranges: [Range<Int>]
    }

    var articleID: String
    /// From 1.
    var number: Int
    /// Where the passage begins in the article's text, in bytes.
    var start: Int
    var text: String
    /// In the order of their first mention; each entity once.
    var entities: [Entity]

    var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.version)
        writer.write(articleID)
        writer.write(number)
        writer.write(start)
        writer.write(text)
        writer.write(entities.count)
        for entity in entities {
            writer.write(UInt64(entity.type.rawValue))
            writer.write(entity.name)
            writer.write(entity.ranges.count)
            for range in entity.ranges {
                writer.write(range.lowerBound)
                writer.write(range.count)
            }
        }
        return writer.bytes
    }

    init(decoding bytes: [UInt8]) throws(SearchIndexError) {
        var reader = ByteReader(bytes)
        guard try reader.readInteger() == Self.version else {
            throw .corrupt("a passage's record has an unknown version")
        }
        articleID = try reader.readString()
        number = try reader.readCount()
        start = try reader.readCount()
        text = try reader.readString()
        entities = []
        for _ in 0..<(try reader.readCount()) {
            let rawType = try reader.readInteger()
            guard let type = UInt8(exactly: rawType).flatMap(EntityType.init(rawValue:)) else {
                throw .corrupt("a passage's record names an unknown entity type")
            }
            var entity = Entity(type: type, name: try reader.readString(), ranges: [])
            for _ in 0..<(try reader.readCount()) {
                let lower = try reader.readCount()
                entity.ranges.append(lower..<lower + (try reader.readCount()))
            }
            entities.append(entity)
        }
    }

    init(articleID: String, number: Int, start: Int, text: String, entities: [Entity]) {
        self.articleID = articleID
        self.number = number
        self.start = start
        self.text = text
        self.entities = entities
    }
}
