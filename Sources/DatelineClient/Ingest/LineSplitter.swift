package import NIOCore

/// Cuts a stream of lines at line ends into pieces of bounded size. Pure: it is fed chunks, and it holds at most one
/// piece and one started line.
package struct LineSplitter {
    /// What comes out.
    package enum Piece: Equatable, Sendable {
        /// Whole lines with their ends; `firstLine` counts from 1. The last line of a stream may lack its end.
        case lines(ByteBuffer, firstLine: Int)
        /// A line that is longer than any may be; its bytes are gone.
        case tooLong(line: Int)
    }

    /// The size that a piece does not exceed by more than one chunk, unless a single line does.
    package let pieceSize: Int
    /// The size that no line may exceed, without its end.
    package let longestLine: Int

    private var pending = ByteBuffer()
    /// Bytes at the front of `pending` that are whole lines.
    private var wholeLines = 0
    /// The number of the first line in `pending`, or of the one that is being skipped.
    private var line = 1
    private var isSkipping = false

    /// A splitter at the start of a stream; both sizes in bytes.
    package init(pieceSize: Int, longestLine: Int) {
        self.pieceSize = pieceSize
        self.longestLine = longestLine
    }

    /// Whether a line is complete but was not given out yet.
    package var hasWholeLines: Bool { wholeLines > 0 }

    /// Takes the next bytes of the stream and gives out what is due.
    package mutating func take(_ bytes: ByteBuffer) -> [Piece] {
        var chunk = bytes
        var pieces: [Piece] = []
        let firstEnd = chunk.readableBytesView.firstIndex(of: UInt8(ascii: "\n"))
        let started = pending.readableBytes - wholeLines
        if !isSkipping, started + (firstEnd.map { $0 - chunk.readerIndex } ?? chunk.readableBytes) > longestLine {
            pieces = flush()
            pieces.append(.tooLong(line: line))
            pending = ByteBuffer()
            isSkipping = true
        }
        if isSkipping {
            guard let firstEnd else { return pieces }
            chunk.moveReaderIndex(to: firstEnd + 1)
            isSkipping = false
            line += 1
        }
        if pending.readableBytes + chunk.readableBytes > pieceSize { pieces += flush() }
        if let lastEnd = chunk.readableBytesView.lastIndex(of: UInt8(ascii: "\n")) {
            wholeLines = pending.readableBytes + (lastEnd + 1 - chunk.readerIndex)
        }
        pending.writeBuffer(&chunk)
        return pieces
    }

    /// Gives out the whole lines so far.
    package mutating func flush() -> [Piece] {
        guard wholeLines > 0, let lines = pending.readSlice(length: wholeLines) else { return [] }
        // A copy of the started line alone, so that the slice's storage goes when the slice does.
        pending = ByteBuffer(bytes: pending.readableBytesView)
        wholeLines = 0
        let first = line
        line += lines.readableBytesView.count { $0 == UInt8(ascii: "\n") }
        return [.lines(lines, firstLine: first)]
    }

    /// Gives out everything: the stream has ended.
    package mutating func finish() -> [Piece] {
        wholeLines = pending.readableBytes
        return flush()
    }
}
