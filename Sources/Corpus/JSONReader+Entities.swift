extension JSONReader {
    /// The `entities` of an article: objects with `type`, `name` and perhaps `start` and `end`, which count UTF-8 bytes
    /// of the given text.
    func entities(in text: String, shiftedBy leading: Int?) throws(ReaderError) -> [GivenEntity] {
        guard let given = object["entities"] else { return [] }
        guard case .array(let elements) = given else { throw .wrongType("entities", "an array of objects") }
        var entities: [GivenEntity] = []
        for (index, element) in elements.enumerated() {
            let field = "entities[\(index)]"
            guard let name = element["name"]?.string?.cleanLine() else { throw .wrongType("\(field).name", "a string") }
            guard let type = GivenEntity.type(named: element["type"]?.string ?? "") else {
                throw .wrongType("\(field).type", "person, place, organization or misc")
            }
            let range = try Self.range(element, field, in: text, shiftedBy: leading)
            entities.append(GivenEntity(type: type, name: name, range: range))
        }
        return entities
    }

    private static func range(
        _ entity: JSONValue, _ field: String, in text: String, shiftedBy leading: Int?
    ) throws(ReaderError) -> Range<Int>? {
        guard let start = try offset(entity, field, "start"), let end = try offset(entity, field, "end") else {
            return nil
        }
        // Offsets mean nothing in a text that was joined from passages or whose line ends were rewritten.
        guard let leading else { return nil }
        let (lower, upper) = (start - leading, end - leading)
        guard 0 <= lower, lower < upper, upper <= text.utf8.count, text.utf8.span.isScalarBoundary(lower),
            text.utf8.span.isScalarBoundary(upper)
        else {
            throw ReaderError(
                .invalidField, "\"\(field)\" has start and end outside the text or inside a character",
                hint: "they count bytes of the text in UTF-8, from 0, the end exclusive")
        }
        return lower..<upper
    }

    private static func offset(_ entity: JSONValue, _ field: String, _ key: String) throws(ReaderError) -> Int? {
        guard let value = entity[key] else { return nil }
        guard case .number(let text) = value, let number = Int(text), (0...Int(Int32.max)).contains(number) else {
            throw .wrongType("\(field).\(key)", "a number of bytes")
        }
        return number
    }
}
