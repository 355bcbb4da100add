internal import TextAnalysis

/// The form in which two spellings of one name are equal; index terms and lookups are made of it.
package enum NameKey {
    /// The words of `name`, folded and joined by single spaces: `José Ángel-Gurría` gives `jose angel gurria`.
    ///
    /// A leading `the` and a trailing possessive are dropped. A name without letters or digits gives the empty string.
    package static func key(_ name: String) -> String {
        let bytes = Array(name.utf8)
        var key: [UInt8] = []
        for token in Tokenizer.tokens(in: bytes.span) where token.kind != .ideographPair {
            let start = key.count
            if start > 0 { key.append(UInt8(ascii: " ")) }
            Folding.fold(bytes.span, token.range, into: &key)
            if key[start...].elementsEqual(" ".utf8) { key.removeLast() }
        }
        if key.suffix(2).elementsEqual("'s".utf8), key.count > 2 { key.removeLast(2) }
        if key.starts(with: "the ".utf8) { key.removeFirst(4) }
        return String(decoding: key, as: UTF8.self)
    }
}
