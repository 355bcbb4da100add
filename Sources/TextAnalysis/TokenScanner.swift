/// One pass over a text that appends its tokens.
struct TokenScanner {
    private(set) var tokens: [Token] = []
    private var position: Int32 = 0

    init(capacity: Int) {
        tokens.reserveCapacity(capacity)
    }

    mutating func scan(_ text: Span<UInt8>) {
        let text = text.extracting(first: Int(Int32.max))
        var index = 0
        while index < text.count {
            let (kind, next) = text.step(at: index)
            switch kind {
            case .letter, .digit: index = word(text, from: index)
            case .ideograph: index = ideographs(text, from: index)
            case .separator, .extend, .apostrophe: index = next
            }
        }
    }

    /// Appends the word or number that starts at `start`, and returns where it ends.
    private mutating func word(_ text: Span<UInt8>, from start: Int) -> Int {
        var word = WordShape()
        var index = start
        while index < text.count {
            let (kind, next) = text.step(at: index)
            switch kind {
            case .letter where !word.isClosed, .digit where !word.isClosed:
                word.add(kind)
                index = next
                continue
            case .extend:
                index = next
                continue
            case .apostrophe where text.step(at: next).kind == .letter:
                word.addApostrophe()
                index = next
                continue
            case .separator:
                if let end = word.joined(text, from: start, at: index) {
                    index = end
                    continue
                }
            case .letter, .digit, .apostrophe, .ideograph: break
            }
            break
        }
        append(start..<index, word.hasLetter ? .word : .number)
        position += 1
        return index
    }

    /// Appends the run of ideographs that starts at `start`, and returns where it ends.
    private mutating func ideographs(_ text: Span<UInt8>, from start: Int) -> Int {
        var current = start..<text.ideographEnd(at: start)
        while true {
            append(current, .ideograph)
            let next = current.upperBound..<text.ideographEnd(at: current.upperBound)
            if !next.isEmpty { append(current.lowerBound..<next.upperBound, .ideographPair) }
            position += 1
            if next.isEmpty { return current.upperBound }
            current = next
        }
    }

    private mutating func append(_ range: Range<Int>, _ kind: Token.Kind) {
        tokens.append(
            Token(
                start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound),
                position: position, kind: kind))
    }
}

extension Span<UInt8> {
    /// The class of the scalar at `index`, and the index after it. Past the end all is separator.
    @inline(__always)
    func step(at index: Int) -> (kind: ScalarClass, next: Int) {
        guard index < count else { return (.separator, index) }
        let byte = self[index]
        if byte < 0x80 { return (.ascii(byte), index + 1) }
        let scalar = scalar(at: index)
        return (.of(scalar.value), index + scalar.length)
    }

    /// The same for the next scalar that is no mark or joiner.
    func stepOverMarks(at index: Int) -> (kind: ScalarClass, next: Int) {
        var step = step(at: index)
        while step.kind == .extend { step = self.step(at: step.next) }
        return step
    }

    /// The end of the ideograph at `index` with its marks; `index` itself when there is none.
    func ideographEnd(at index: Int) -> Int {
        var (kind, end) = step(at: index)
        guard kind == .ideograph else { return index }
        while true {
            let (kind, next) = step(at: end)
            if kind != .extend { return end }
            end = next
        }
    }
}
