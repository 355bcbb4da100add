import Corpus
import Entities

/// What the user's own recognizer answered for one passage, as far as it can be understood without the passage.
struct RecognizerReply {
    /// A mention as written: `start` and `end` count `unit`s of the passage's text.
    struct Mention {
        var type: String
        var name: String?
        var start: Int
        var end: Int
        var text: String
    }

    /// What offsets count.
    enum Unit: String {
        /// Unicode code points: the characters of a Python string.
        case codepoint
        /// UTF-8 bytes.
        case byte
    }

    var id: Int
    var unit: Unit
    var mentions: Result<[Mention], RecognizerFailure>

    /// Reads one line.
    /// - Throws: `malformed` when it is no answer at all.
    init(line: [UInt8]) throws(RecognizerFailure) {
        guard let value = try? JSONParser.value(of: line, in: line.indices) else { throw .malformed("is not JSON") }
        guard let id = Self.integer(value["id"]) else { throw .malformed("has no \"id\" of a passage") }
        let unit = value["unit"]?.string ?? Unit.codepoint.rawValue
        guard let unit = Unit(rawValue: unit) else { throw .malformed("has an unknown \"unit\"") }
        self.id = id
        self.unit = unit
        if let error = value["error"]?.string {
            mentions = .failure(
                RecognizerFailure(.refused, "the recognizer command says: \(error.cleanLine()?.prefix(200) ?? "")"))
            return
        }
        guard case .array(let elements)? = value["mentions"] else { throw .malformed("has no array of \"mentions\"") }
        mentions = Result { () throws(RecognizerFailure) in
            var read: [Mention] = []
            for element in elements { read.append(try Self.mention(element)) }
            return read
        }
    }

    private static func mention(_ value: JSONValue) throws(RecognizerFailure) -> Mention {
        guard let type = value["type"]?.string, let start = integer(value["start"]), let end = integer(value["end"]),
            let text = value["text"]?.string
        else {
            throw .badMention(
                "without type, start, end or text",
                hint: "{\"type\":\"person\",\"start\":0,\"end\":9,\"text\":\"Ann Stone\"}, and \"name\" if known")
        }
        return Mention(type: type, name: value["name"]?.string?.cleanLine(), start: start, end: end, text: text)
    }

    private static func integer(_ value: JSONValue?) -> Int? {
        if case .number(let digits)? = value { return Int(digits) }
        return nil
    }

    /// The mentions as claims on `passage`, which begins at `start` in the article.
    /// - Throws: `badMention` for the first one that cannot be; `refused`.
    func claims(on passage: String, startingAt start: Int) throws(RecognizerFailure) -> [Claim] {
        let mentions = try mentions.get()
        if mentions.isEmpty { return [] }
        let bytes = Array(passage.utf8)
        // Where each unit begins, and the end.
        let offsets =
            unit == .byte
            ? nil : bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
        var claims: [Claim] = []
        for mention in mentions {
            guard let type = GivenEntity.type(named: mention.type).flatMap(EntityType.init(name:)) else {
                throw .badMention(
                    "of an unknown type", hint: "the types are person, place, organization and misc")
            }
            let count = offsets.map { $0.count - 1 } ?? bytes.count
            guard 0 <= mention.start, mention.start < mention.end, mention.end <= count else {
                throw .badMention("outside the text", hint: "start and end count \(unit)s, from 0; end is behind it")
            }
            let range = offsets.map { $0[mention.start]..<$0[mention.end] } ?? mention.start..<mention.end
            guard bytes[range].elementsEqual(mention.text.utf8) else {
                throw .badMention(
                    "whose text does not stand between start and end",
                    hint: "they count \(unit)s; \"unit\":\"byte\" or \"codepoint\" beside the id says what yours count")
            }
            claims.append(
                Claim(type: type, name: mention.name, range: start + range.lowerBound..<start + range.upperBound))
        }
        return claims
    }
}
