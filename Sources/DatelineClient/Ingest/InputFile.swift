import Glibc
import NIOCore

/// An open file or standard input, decompressed on the way when it is gzip. Its owner is the only reader.
final class InputFile {
    private let file: Int32
    /// Where the bytes come from: `file` itself or gzip's end of a pipe.
    private var source: Int32
    private var gunzip: ChildProcess?
    /// Bytes on disk, or nil for a pipe.
    let size: Int?

    /// Opens a file; `-` is standard input.
    ///
    /// - Throws: `SystemError`.
    init(path: String, isCompressed: Bool) throws(SystemError) {
        file = path == "-" ? fcntl(0, F_DUPFD_CLOEXEC, 0) : open(path, O_RDONLY | O_CLOEXEC)
        source = file
        guard file >= 0 else { throw .last }
        var entry = stat()
        size = fstat(file, &entry) == 0 && entry.st_mode & S_IFMT == S_IFREG ? Int(entry.st_size) : nil
        guard isCompressed else { return }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw .last }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        source = ends[0]
        defer { close(ends[1]) }
        gunzip = try ChildProcess.gunzip(from: file, to: ends[1])
    }

    deinit {
        if source != file { close(source) }
        if file >= 0 { close(file) }
        // With the pipe closed, a gzip that has not finished meets SIGPIPE and ends.
        _ = gunzip?.wait()
    }

    /// How far the file on disk has been read: gzip shares our descriptor's offset.
    var position: Int { Int(max(0, lseek(file, 0, SEEK_CUR))) }

    /// Appends up to `count` bytes; 0 at the end. Blocks.
    ///
    /// - Throws: `SystemError`; `EILSEQ` when gzip cannot decompress the file.
    func read(into buffer: inout ByteBuffer, count: Int) throws(SystemError) -> Int {
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
            // gzip's status 2 is a warning, such as of padding after the end.
            if let status = gunzip?.wait(), status != 0, status != 2 { throw SystemError(EILSEQ) }
            gunzip = nil
            return 0
        }
    }

    /// Whether a read would not have to wait, or no longer than this.
    func isReady(withinMilliseconds wait: Int32) -> Bool {
        var poll = pollfd(fd: source, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&poll, 1, wait) != 0
    }
}
