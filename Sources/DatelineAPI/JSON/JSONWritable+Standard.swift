// The values that replies are made of.

extension String: JSONWritable {
    package func write(to json: inout JSONWriter) { json.write(self) }
}

extension Int: JSONWritable {
    package func write(to json: inout JSONWriter) { json.write(self) }
}

extension Double: JSONWritable {
    package func write(to json: inout JSONWriter) { json.write(self) }
}

extension Bool: JSONWritable {
    package func write(to json: inout JSONWriter) { json.write(literal: self ? "true" : "false") }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    package func write(to json: inout JSONWriter) {
        guard let value = self else { return json.write(literal: "null") }
        value.write(to: &json)
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    package func write(to json: inout JSONWriter) {
        // A span lends its elements, where iteration would retain every string in them.
        let elements = span
        json.array { for index in elements.indices { $0.element(elements[index]) } }
    }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    package func write(to json: inout JSONWriter) {
        // By bytes, as JSONEncoder sorts: `<` of String goes by Unicode's canonical form.
        let sorted = self.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        json.object { for (key, value) in sorted { $0.field(named: key, value) } }
    }
}
