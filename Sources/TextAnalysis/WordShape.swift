/// What a word under way has shown so far, and the rules by which `.`, `,` and `&` join instead of separating.
struct WordShape {
    private(set) var hasLetter = false
    /// Letters and digits since the word's start or its last joining dot or comma.
    private var run = 0
    private var lastIsDigit = false
    /// Single letters joined by dots so far, such as 2 for `U.S`; nil once the word can be no acronym.
    private var initials: Int? = 0
    private var hasAmpersand = false
    /// Set by an acronym's last dot, after which only an apostrophe goes on (`U.S.'s`).
    private(set) var isClosed = false

    @inline(__always)
    mutating func add(_ kind: ScalarClass) {
        run += 1
        lastIsDigit = kind == .digit
        if lastIsDigit { initials = nil } else { hasLetter = true }
    }

    mutating func addApostrophe() {
        run = 0
        lastIsDigit = false
        initials = nil
        isClosed = false
        hasLetter = true
    }

    /// Where the word goes on when the separator at `index` joins it to what follows; nil when the word ends here.
    mutating func joined(_ text: Span<UInt8>, from start: Int, at index: Int) -> Int? {
        switch text[index] {
        case UInt8(ascii: "."): lastIsDigit ? decimal(text, at: index) : acronym(text, at: index)
        case UInt8(ascii: ","): thousands(text, at: index)
        case UInt8(ascii: "&"): ampersand(text, from: start, at: index)
        default: nil
        }
    }

    /// `3.65`: a dot between two digits.
    private mutating func decimal(_ text: Span<UInt8>, at dot: Int) -> Int? {
        guard text.stepOverMarks(at: dot + 1).kind == .digit else { return nil }
        run = 0
        return dot + 1
    }

    /// `60,000`: a comma in a number, after one to three digits and before exactly three.
    private mutating func thousands(_ text: Span<UInt8>, at comma: Int) -> Int? {
        guard !hasLetter, lastIsDigit, run <= 3 else { return nil }
        var step = (kind: ScalarClass.separator, next: comma + 1)
        for _ in 0..<3 {
            step = text.stepOverMarks(at: step.next)
            if step.kind != .digit { return nil }
        }
        guard text.stepOverMarks(at: step.next).kind != .digit else { return nil }
        run = 0
        return comma + 1
    }

    /// `U.S.`: single letters with dots between them; the last dot belongs to them from the second letter on.
    private mutating func acronym(_ text: Span<UInt8>, at dot: Int) -> Int? {
        guard run == 1, let letters = initials else { return nil }
        let next = text.stepOverMarks(at: dot + 1)
        let afterNext = text.stepOverMarks(at: next.next).kind
        if next.kind == .letter, afterNext != .letter, afterNext != .digit {
            initials = letters + 1
            run = 0
            return dot + 1
        }
        guard letters > 0 else { return nil }
        initials = nil
        isClosed = true
        return dot + 1
    }

    /// `AT&T`, `R&D`, and `at&t` as people type it: no more than three ASCII letters in all, so that `you&me` stays two
    /// words.
    private mutating func ampersand(_ text: Span<UInt8>, from start: Int, at index: Int) -> Int? {
        guard !hasAmpersand, index - start <= 2 else { return nil }
        var end = index + 1
        while end < text.count, end - start <= 4, ScalarClass.ascii(text[end]) == .letter { end += 1 }
        guard end > index + 1, end - start <= 4 else { return nil }
        for i in start..<index where ScalarClass.ascii(text[i]) != .letter { return nil }
        switch text.step(at: end).kind {
        case .letter, .digit, .extend: return nil
        case .separator, .apostrophe, .ideograph: break
        }
        hasAmpersand = true
        initials = nil
        return end
    }
}
