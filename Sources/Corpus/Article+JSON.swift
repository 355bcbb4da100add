extension Article {
    /// The article as a line of NDJSON, with a line end; read again it is equal to this one.
    package var jsonLine: [UInt8] {
        var line = Line()
        line.write("id", id)
        line.write("title", title)
        line.write("date", date.map { "\($0)" })
        line.write("dateline", dateline)
        line.write("source", source)
        line.write("url", url)
        line.write("section", section)
        line.write("language", language)
        line.write("authors", authors)
        line.write("tags", tags)
        line.write(entities)
        if let passages {
            line.write("passages", passages.map { Self.content(of: $0, in: text) })
        } else {
            line.write("text", text)
        }
        return line.bytes + Array("}\n".utf8)
    }

    /// The text of a passage of the caller's: without the empty line that belongs to all but the last.
    private static func content(of passage: Range<Int>, in text: String) -> String {
        let bytes = text.utf8.dropFirst(passage.lowerBound).prefix(passage.count)
        return String(decoding: bytes, as: UTF8.self).trimmed()
    }

    /// A JSON object under way.
    private struct Line {
        private(set) var bytes: [UInt8] = []

        mutating func write(_ key: String, _ value: String?) {
            guard let value else { return }
            begin(key)
            write(value)
        }

        mutating func write(_ key: String, _ values: [String]) {
            if values.isEmpty { return }
            begin(key)
            list(values) { $0.write($1) }
        }

        mutating func write(_ entities: [GivenEntity]) {
            if entities.isEmpty { return }
            begin("entities")
            list(entities) { line, entity in
                line.bytes += Array(#"{"type":"#.utf8)
                line.write(entity.type)
                line.bytes += Array(#","name":"#.utf8)
                line.write(entity.name)
                if let range = entity.range {
                    line.bytes += Array(#","start":\#(range.lowerBound),"end":\#(range.upperBound)"#.utf8)
                }
                line.bytes.append(UInt8(ascii: "}"))
            }
        }

        private mutating func begin(_ key: String) {
            bytes.append(bytes.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
            write(key)
            bytes.append(UInt8(ascii: ":"))
        }

        private mutating func list<E>(_ elements: [E], _ each: (inout Line, E) -> Void) {
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                each(&self, element)
            }
            bytes.append(UInt8(ascii: "]"))
        }

        private mutating func write(_ text: String) {
            bytes.append(UInt8(ascii: "\""))
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
                case UInt8(ascii: "\n"): bytes += Array(#"\n"#.utf8)
                case 0..<0x20:
                    bytes += Array((byte < 0x10 ? #"\u000"# : #"\u00"#).utf8) + Array(String(byte, radix: 16).utf8)
                default: bytes.append(byte)
                }
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }
}
