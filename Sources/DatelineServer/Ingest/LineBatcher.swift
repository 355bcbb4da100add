/// Cuts a stream of bytes into batches of whole lines, and counts the lines.
///
/// Holds one batch, or one line, at a time: a line above `maxLine` bytes is dropped and reported.
struct LineBatcher {
    /// A piece of the stream.
    enum Piece: Equatable {
        /// Whole lines, the first of which has the number `firstLine` (from 1).
        case lines([UInt8], firstLine: Int)
        /// The number of a line that was too long to keep.
        case tooLong(line: Int)
    }

    private let batchSize: Int
    private let maxLine: Int
    private var buffer: [UInt8] = []
    private var line: Int
    /// Inside a line that is too long: pass over bytes up to its end.
    private var isSkipping = false

    /// - Parameter firstLine: the number of the stream's first line.
    init(batchSize: Int, maxLine: Int, firstLine: Int = 1) {
        self.batchSize = batchSize
        self.maxLine = maxLine
        line = firstLine
    }

    /// Takes bytes of the stream and gives the batches that they complete.
    mutating func feed(_ bytes: some Collection<UInt8>) -> [Piece] {
        var rest = bytes[...]
        if isSkipping {
            guard let end = rest.firstIndex(of: Self.newline) else { return [] }
            rest = rest[rest.index(after: end)...]
            isSkipping = false
            line += 1
        }
        buffer.append(contentsOf: rest)
        guard buffer.count >= batchSize else { return [] }
        if let end = buffer.lastIndex(of: Self.newline) { return [take(through: end)] }
        guard buffer.count > maxLine else { return [] }
        buffer = []
        isSkipping = true
        return [.tooLong(line: line)]
    }

    /// Gives what is left when the stream has ended.
    mutating func finish() -> [Piece] {
        if buffer.isEmpty { return [] }
        return buffer.count > maxLine && !buffer.contains(Self.newline)
            ? [.tooLong(line: line)] : [take(through: buffer.count - 1)]
    }

    private mutating func take(through end: Int) -> Piece {
        let first = line
        line += buffer[...end].count { $0 == Self.newline }
        let lines = Array(buffer[...end])
        buffer.removeFirst(end + 1)
        return .lines(lines, firstLine: first)
    }

    private static let newline = UInt8(ascii: "\n")
}
