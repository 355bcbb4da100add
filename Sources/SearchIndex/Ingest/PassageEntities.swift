import Corpus
import Entities

/// The entities of an article, recognised and given, sorted into its passages.
///
/// A given entity with a range is a mention as it stands, and wins over recognised ones that it overlaps. One without
/// a range is looked for by its exact name; where the text does not name it, it belongs to the first passage.
struct PassageEntities {
    private struct Placed {
        var type: EntityType
        var name: String
        var range: Range<Int>
    }
    private var placed: [Placed] = []
    private var unplaced: [(type: EntityType, name: String)] = []

    init(mentions: [Mention], given: [GivenEntity], text: [UInt8]) {
        var taken = [Bool](repeating: false, count: given.isEmpty ? 0 : text.count)
        func place(_ type: EntityType, _ name: String, _ range: Range<Int>) {
            if !taken.isEmpty {
                guard !taken[range].contains(true) else { return }
                for byte in range { taken[byte] = true }
            }
            placed.append(Placed(type: type, name: name, range: range))
        }
        for entity in given {
            guard let type = EntityType(name: entity.type) else { continue }
            let ranges = entity.range.map { [$0] } ?? Self.occurrences(of: Array(entity.name.utf8), in: text)
            if ranges.isEmpty { unplaced.append((type, entity.name)) }
            for range in ranges where range.lowerBound >= 0 && range.upperBound <= text.count {
                place(type, entity.name, range)
            }
        }
        for mention in mentions { place(mention.type, mention.name, mention.range) }
        placed.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The entities of the passage that covers `range`: each once, with its mentions' ranges inside the passage.
    /// A mention belongs to the passage that it begins in and is cut off at its end.
    func entities(in range: Range<Int>, isFirst: Bool) -> [PassageRecord.Entity] {
        var entities: [PassageRecord.Entity] = []
        var index: [String: Int] = [:]
        func add(_ type: EntityType, _ name: String, _ mention: Range<Int>?) {
            let key = "\(type.rawValue) \(NameKey.key(name))"
            let at = index[key] ?? entities.count
            if at == entities.count {
                index[key] = at
                entities.append(PassageRecord.Entity(type: type, name: name, ranges: []))
            }
            if let mention { entities[at].ranges.append(mention) }
        }
        let first = firstPlaced(notBefore: range.lowerBound)
        for mention in placed[first...].prefix(while: { $0.range.lowerBound < range.upperBound }) {
            let end = min(mention.range.upperBound, range.upperBound)
            add(mention.type, mention.name, mention.range.lowerBound - range.lowerBound..<end - range.lowerBound)
        }
        if isFirst { for entity in unplaced { add(entity.type, entity.name, nil) } }
        return entities
    }

    private func firstPlaced(notBefore offset: Int) -> Int {
        var low = 0
        var high = placed.count
        while low < high {
            let middle = (low + high) / 2
            if placed[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Where `name` stands in `text` as a whole word.
    private static func occurrences(of name: [UInt8], in text: [UInt8]) -> [Range<Int>] {
        guard let first = name.first else { return [] }
        func isWord(_ index: Int) -> Bool {
            guard text.indices.contains(index) else { return false }
            let byte = text[index]
            return byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        }
        var ranges: [Range<Int>] = []
        var start = 0
        while let found = text[start...].firstIndex(of: first), found + name.count <= text.count {
            let end = found + name.count
            if text[found..<end].elementsEqual(name), !isWord(found - 1), !isWord(end) {
                ranges.append(found..<end)
                start = end
            } else {
                start = found + 1
            }
        }
        return ranges
    }
}
