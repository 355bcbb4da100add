/// Reads the parameters of a header such as `form-data; name="file"; filename="a.txt"`.
enum HeaderParameters {
    /// The value of parameter `name`, without its quotes; nil when there is none.
    ///
    /// Browsers, curl and our client write a quote as `%22` and line ends as `%0D` and `%0A`; older curl writes `\"`. All
    /// are undone. Another backslash is part of the value, also a last one: `"C:\"`.
    static func value(_ name: String, in header: String) -> String? {
        // By scalars: to a `Character`, a quote before a combining mark would not be a quote.
        var rest = Substring(header).unicodeScalars
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let found = String(rest[..<equals]).lowercased() == name
            rest = rest[rest.index(after: equals)...]
            let value = take(&rest)
            if found { return undone(value) }
        }
        return nil
    }

    /// Takes a token or a quoted string off the front of `rest`.
    private static func take(_ rest: inout Substring.UnicodeScalarView) -> String {
        guard rest.first == "\"" else {
            let token = rest.prefix { $0 != ";" }
            rest = rest[token.endIndex...]
            return String(token)
        }
        rest.removeFirst()
        var value = String.UnicodeScalarView()
        while let scalar = rest.popFirst(), scalar != "\"" {
            let escapesQuote = scalar == "\\" && rest.first == "\"" && rest.dropFirst().contains("\"")
            value.append(escapesQuote ? rest.removeFirst() : scalar)
        }
        return String(value)
    }

    private static func undone(_ value: String) -> String {
        var text = value.unicodeScalars[...]
        var undone = String.UnicodeScalarView()
        while let scalar = text.popFirst() {
            let escape = scalar == "%" ? escapes.first { String(text.prefix(2)) == $0.code } : nil
            undone.append(escape?.scalar ?? scalar)
            if escape != nil { text = text.dropFirst(2) }
        }
        return String(undone)
    }

    private static let escapes: [(code: String, scalar: Unicode.Scalar)] = [("22", "\""), ("0D", "\r"), ("0A", "\n")]
}
