/// Reads the parameters of a header such as `form-data; name="file"; filename="a.txt"`.
enum HeaderParameters {
    /// The value of parameter `name`, without its quotes; nil when there is none. Browsers and curl write a quote as
    /// `%22` or `\"`, and line ends as `%0D` and `%0A`; all are undone.
    static func value(_ name: String, in header: String) -> String? {
        var rest = Substring(header)
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let found = rest[..<equals].lowercased() == name
            rest = rest[rest.index(after: equals)...]
            let value = take(&rest)
            if found { return undone(value) }
        }
        return nil
    }

    /// Takes a token or a quoted string off the front of `rest`.
    private static func take(_ rest: inout Substring) -> String {
        guard rest.first == "\"" else {
            let token = rest.prefix { $0 != ";" }
            rest = rest[token.endIndex...]
            return String(token)
        }
        rest.removeFirst()
        var value = ""
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", rest.first == "\"" || rest.first == "\\" {
                value.append(rest.removeFirst())
            } else {
                value.append(character)
            }
        }
        return value
    }

    private static func undone(_ value: String) -> String {
        var text = value
        for (escape, character) in [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")] {
            text = text.split(separator: escape, omittingEmptySubsequences: false).joined(separator: character)
        }
        return text
    }
}
