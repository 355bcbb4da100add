/// Cuts a stream of bytes into batches of whole lines, and counts the lines. The batches do not depend on how the
/// stream was chunked.
///
/// Holds one batch and one started line at a time: a line above `maxLine` bytes is dropped and reported.
struct LineBatcher {
    /// A piece of the stream.
    enum Piece: Equatable {
        /// Whole lines, the first of which has the number `firstLine` (from 1).
        case lines([UInt8], firstLine: Int)
        /// The number of a line that was too long to keep.
        case tooLong(line: Int)
    }

    /// The numbers that a client may give a stream's first line: counting on from them never overflows.
    static let firstLines = 1...1 << 48

    private let batchSize: Int
    private let maxLine: Int
    /// Whole lines, then the started one.
    private var buffer: [UInt8] = []
    /// Bytes at the front of `buffer` that are whole lines.
    private var wholeBytes = 0
    /// The number of the first line in `buffer`.
    private var firstLine: Int
    /// The number of the started line.
    private var line: Int
    /// Inside a line that is too long: pass over bytes up to its end.
    private var isSkipping = false

    /// - Parameters:
    ///   - batchSize: a batch ends with the line that makes it this long; in bytes.
    ///   - maxLine: bytes of a line, without its end.
    ///   - firstLine: the number of the stream's first line, one of `firstLines`.
    init(batchSize: Int, maxLine: Int, firstLine: Int = 1) {
        self.batchSize = batchSize
        self.maxLine = maxLine
        self.firstLine = firstLine
        line = firstLine
    }

    /// Takes bytes of the stream and gives the pieces that they complete.
    mutating func feed(_ bytes: some Collection<UInt8>) -> [Piece] {
        var pieces: [Piece] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: Self.newline) {
            add(rest[..<end], &pieces)
            endLine(&pieces)
            rest = rest[rest.index(after: end)...]
        }
        add(rest, &pieces)
        return pieces
    }

    /// Gives what is left when the stream has ended.
    mutating func finish() -> [Piece] {
        var pieces: [Piece] = []
        wholeBytes = buffer.count
        send(&pieces)
        return pieces
    }

    /// Gives the whole lines that are left when the stream has broken off.
    mutating func breakOff() -> [Piece] {
        var pieces: [Piece] = []
        send(&pieces)
        return pieces
    }

    private mutating func add(_ bytes: some Collection<UInt8>, _ pieces: inout [Piece]) {
        if isSkipping { return }
        if buffer.count - wholeBytes + bytes.count <= maxLine { return buffer.append(contentsOf: bytes) }
        send(&pieces)
        pieces.append(.tooLong(line: line))
        isSkipping = true
    }

    private mutating func endLine(_ pieces: inout [Piece]) {
        line += 1
        if isSkipping {
            isSkipping = false
            firstLine = line
            return
        }
        buffer.append(Self.newline)
        wholeBytes = buffer.count
        if wholeBytes >= batchSize { send(&pieces) }
    }

    /// Gives out the whole lines and lets go of the rest.
    private mutating func send(_ pieces: inout [Piece]) {
        buffer.removeSubrange(wholeBytes...)
        if !buffer.isEmpty { pieces.append(.lines(buffer, firstLine: firstLine)) }
        buffer = []
        wholeBytes = 0
        firstLine = line
    }

    private static let newline = UInt8(ascii: "\n")
}
