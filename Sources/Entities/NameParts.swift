/// What of a person's name tells it from others.
enum NameParts {
    /// The hash of a name's words without its single initials, so that `Donald J. Trump` is `Donald Trump`.
    ///
    /// `J. Trump` keeps its initial: there is no given name that could stand for it.
    static func key(_ name: Range<Int>, of words: [Word]) -> UInt64 {
        var hash: UInt64 = 0
        let keepsInitials = name.count < 3 || isInitialed(name, of: words)
        for index in name where keepsInitials || !isInitial(index, in: name, of: words) {
            hash = WordHash.combine(hash, words[index].hash)
        }
        return hash
    }

    /// The hash of the single initials that `key` leaves out, 0 when there are none.
    static func initials(_ name: Range<Int>, of words: [Word]) -> UInt64 {
        guard name.count > 2, !isInitialed(name, of: words) else { return 0 }
        return name.reduce(0) { isInitial($1, in: name, of: words) ? WordHash.combine($0, words[$1].hash) : $0 }
    }

    /// True for `J. Trump` and `D. J. Trump`: nothing but initials before one word, or before a hyphenated one.
    static func isInitialed(_ name: Range<Int>, of words: [Word]) -> Bool {
        guard let first = name.first, isInitial(first, in: name, of: words) else { return false }
        let rest = name.drop { isInitial($0, in: name, of: words) || words[$0].traits.contains(.particle) }
        return rest.dropFirst().allSatisfy { words[$0].gap == .hyphen || words[$0].traits.contains(.suffix) }
    }

    /// True for a single letter that is not the last word: `Malcolm X` has a surname.
    private static func isInitial(_ index: Int, in name: Range<Int>, of words: [Word]) -> Bool {
        index < name.upperBound - 1 && words[index].range.count == 1 && words[index].shape.isCapital
    }

    /// The words of the surname: the last one with what hyphens join to it, `Ocasio-Cortez`; `Sisi` of `al-Sisi`.
    static func surname(_ name: Range<Int>, of words: [Word]) -> Range<Int>? {
        guard let last = name.last(where: { !words[$0].traits.contains(.suffix) }) else { return nil }
        var first = last
        while first > name.lowerBound, words[first].gap == .hyphen, words[first - 1].shape.isCapital,
            !words[first - 1].traits.contains(.particle)
        {
            first -= 1
        }
        return first..<last + 1
    }

    /// `name` without the particles at its front: `Salman` of `Bin Salman`.
    static func withoutParticles(_ name: Range<Int>, of words: [Word]) -> Range<Int> {
        let rest = name.drop { $0 < name.upperBound - 1 && words[$0].traits.contains(.particle) }
        return (rest.first ?? name.lowerBound)..<name.upperBound
    }

    /// True when `name` has a given name and a surname, and not `Jean-Pierre`, `Al-Assad` or `Da Silva` alone.
    static func isFullName(_ name: Range<Int>, of words: [Word]) -> Bool {
        let name = words[name.lowerBound].traits.contains(.givenName) ? name : withoutParticles(name, of: words)
        let parts = name.count { index in
            words[index].shape.isCapital && !words[index].traits.contains(.suffix)
                && (index == name.lowerBound || words[index].gap != .hyphen)
        }
        return parts > 1
    }

    /// The keys of the parts of a full name that may stand for it when nothing else claims them: its given name, the
    /// first of two surnames, a family name that comes first.
    static func shortForms(_ name: Range<Int>, of words: [Word]) -> [UInt64] {
        guard name.count <= 8 else { return [] }
        var keys: [UInt64] = []
        for start in name where start == name.lowerBound || words[start].gap != .hyphen {
            for end in start + 1...name.upperBound {
                let part = start..<end
                let last = words[end - 1]
                guard part != name, end == name.upperBound || words[end].gap != .hyphen, last.shape.isCapital,
                    last.range.count > 1, words[start].range.count > 1,
                    last.traits.isDisjoint(with: [.suffix, .particle]), !isFullName(part, of: words)
                else { continue }
                keys.append(key(part, of: words))
            }
        }
        return keys
    }
}
