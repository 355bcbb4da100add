import Glibc
import NIOCore

/// An open file or standard input, decompressed on the way when it is gzip or zstd. Its owner is the only reader.
final class InputFile {
    private let file: Int32
    /// Where the bytes come from: `file` itself or the other program's end of a pipe.
    private var source: Int32
    private var decompressor: ChildProcess?
    private var compression: Compression?
    /// Whether the first bytes of standard input are still to be looked at.
    private var isUnknown: Bool
    /// Bytes of standard input that were looked at, and are to be given out.
    private var beginning: [UInt8] = []
    /// Bytes on disk, or nil for a pipe.
    let size: Int?

    /// Opens a file; `-` is standard input, whose first bytes tell how it is compressed.
    ///
    /// - Throws: `SystemError`.
    init(path: String, compression: Compression?) throws(SystemError) {
        self.compression = compression
        isUnknown = path == "-" && compression == nil
        file = path == "-" ? fcntl(0, F_DUPFD_CLOEXEC, 0) : open(path, O_RDONLY | O_CLOEXEC)
        source = file
        guard file >= 0 else { throw .last }
        var entry = stat()
        size = fstat(file, &entry) == 0 && entry.st_mode & S_IFMT == S_IFREG ? Int(entry.st_size) : nil
        if let compression { try decompress(compression) }
    }

    /// Finds out whether standard input is compressed. Reads no more than the first bytes, and of those no more than it
    /// takes to see that it is not.
    private func lookAtBeginning() throws(SystemError) {
        while let possible = Compression.allCases.first(where: { $0.mark.starts(with: beginning) }) {
            if beginning == possible.mark {
                defer { beginning = [] }
                return try decompress(possible, after: beginning)
            }
            var byte: UInt8 = 0
            let got = Glibc.read(file, &byte, 1)
            if got == 1 { beginning.append(byte) } else if got == 0 || errno != EINTR { break }
        }
    }

    /// `bytes`: those at the beginning that have been read already.
    private func decompress(_ compression: Compression, after bytes: [UInt8] = []) throws(SystemError) {
        self.compression = compression
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw .last }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        source = ends[0]
        defer { close(ends[1]) }
        decompressor = try ChildProcess.decompressor(compression, after: bytes, from: file, to: ends[1])
    }

    deinit {
        if source != file { close(source) }
        if file >= 0 { close(file) }
        // With the pipe closed, a program that has not finished meets SIGPIPE and ends.
        _ = decompressor?.wait()
    }

    /// How far the file on disk has been read: a decompressor shares our descriptor's offset.
    var position: Int { Int(max(0, lseek(file, 0, SEEK_CUR))) }

    /// Appends up to `count` bytes; 0 at the end. Blocks.
    ///
    /// - Throws: `SystemError`; `EILSEQ` when the file cannot be decompressed, `ENOPKG` when the program for that
    ///   is not installed.
    func read(into buffer: inout ByteBuffer, count: Int) throws(SystemError) -> Int {
        if isUnknown {
            isUnknown = false
            try lookAtBeginning()
        }
        if !beginning.isEmpty {
            defer { beginning = [] }
            return buffer.writeBytes(beginning)
        }
        while true {
            var failure: Int32 = 0
            let got = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { space in
                let got = Glibc.read(source, space.baseAddress, count)
                if got < 0 { failure = errno }
                return max(0, got)
            }
            if got > 0 { return got }
            if failure == EINTR { continue }
            guard failure == 0 else { throw SystemError(failure) }
            // gzip's status 2 is a warning, such as of padding after the end; 127 is the shell's, which found no program.
            if let status = decompressor?.wait(), status != 0, status != 2 || compression != .gzip {
                throw SystemError(status == 127 ? ENOPKG : EILSEQ)
            }
            decompressor = nil
            return 0
        }
    }

    /// Whether a read would not have to wait, or no longer than this.
    func isReady(withinMilliseconds wait: Int32) -> Bool {
        if !beginning.isEmpty { return true }
        var poll = pollfd(fd: source, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&poll, 1, wait) != 0
    }
}
