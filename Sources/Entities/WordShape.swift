/// How a word is written.
enum WordShape: UInt8, Sendable {
    /// `peace`, `iPhone`: begins with a small letter.
    case lower
    /// `Baku`, `McDonald`: begins with a capital.
    case capitalized
    /// `NATO`, `AT&T`, `BAKU`: two or more letters, all capitals.
    case capitals
    /// `U.S.`, `J.`: capitals with full stops.
    case initials
    /// Digits, or a script without case.
    case other

    /// True when the word can be part of a name by its looks.
    var isCapital: Bool { self == .capitalized || self == .capitals || self == .initials }
}

extension WordShape {
    /// The shape of `word`, which is `bytes[range]`; `dotted` when a full stop follows it.
    init(_ bytes: Span<UInt8>, _ range: Range<Int>, dotted: Bool) {
        var letters = 0
        var capitals = 0
        var opensCapital = false
        var hasDot = false
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            var isUpper = false
            var isLower = false
            if byte < 0x80 {
                isUpper = byte >= 0x41 && byte <= 0x5A
                isLower = byte >= 0x61 && byte <= 0x7A
                if byte == UInt8(ascii: ".") { hasDot = true }
                index += 1
            } else {
                let scalar = UTF8Decoding.scalar(bytes, &index, limit: range.upperBound)
                isUpper = scalar.properties.isUppercase
                isLower = !isUpper && scalar.properties.isLowercase
            }
            if isUpper && letters == 0 { opensCapital = true }
            if isUpper { capitals += 1 }
            if isUpper || isLower { letters += 1 }
        }
        if letters == 0 {
            self = .other
        } else if !opensCapital {
            self = .lower
        } else if capitals < letters {
            self = .capitalized
        } else if hasDot || (letters == 1 && dotted) {
            self = .initials
        } else {
            self = letters > 1 ? .capitals : .capitalized
        }
    }
}
