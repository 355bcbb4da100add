/// What of a person's name tells it from others.
enum NameParts {
    /// The hash of a name's words without its single initials, so that `Donald J. Trump` is `Donald Trump`.
    static func key(_ name: Range<Int>, of words: [Word]) -> UInt64 {
        var hash: UInt64 = 0
        for word in words[name] where name.count == 1 || word.shape != .initials || word.range.count > 1 {
            hash = WordHash.combine(hash, word.hash)
        }
        return hash
    }

    /// The key of the name's last word, with what hyphens join to it: `Ocasio-Cortez`; `Sisi` of `al-Sisi`.
    static func surname(_ name: Range<Int>, of words: [Word]) -> UInt64? {
        guard let last = name.last(where: { !words[$0].traits.contains(.suffix) }) else { return nil }
        var first = last
        while first > name.lowerBound, words[first].gap == .hyphen, words[first - 1].shape.isCapital { first -= 1 }
        return key(first..<last + 1, of: words)
    }

    /// True when `name` has a given name and a surname, and not `Jean-Pierre` alone.
    static func isFullName(_ name: Range<Int>, of words: [Word]) -> Bool {
        let parts = name.count { index in
            words[index].shape.isCapital && !words[index].traits.contains(.suffix)
                && (index == name.lowerBound || words[index].gap != .hyphen)
        }
        return parts > 1
    }
}
