package import DatelineAPI
import Glibc

/// One of the process's output streams, and whether a person is reading it.
package struct Output: Sendable {
    /// The file descriptor: 1 or 2.
    package let descriptor: Int32
    /// Whether it is a terminal.
    package let isTerminal: Bool
    /// How text for people is laid out on it.
    package let style: TextStyle

    /// Standard output.
    package static func standard(_ environment: UserEnvironment) -> Output { Output(1, environment) }
    /// Standard error.
    package static func diagnostics(_ environment: UserEnvironment) -> Output { Output(2, environment) }

    /// The stream behind a descriptor. Blocks for the calls that look at it.
    package init(_ descriptor: Int32, _ environment: UserEnvironment) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
        style = TextStyle(
            width: Self.columns(descriptor, isTerminal, environment),
            bold: isTerminal && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb", bars: isTerminal)
    }

    /// `$COLUMNS`, or what the terminal says, or 80.
    private static func columns(_ descriptor: Int32, _ isTerminal: Bool, _ environment: UserEnvironment) -> Int {
        if let columns = environment["COLUMNS"].flatMap({ Int($0) }), 1...10_000 ~= columns { return columns }
        var size = winsize()
        let isKnown = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : 80
    }

    /// Writes text of a renderer that has already made it safe. Blocks.
    ///
    /// - Throws: ``ClientError`` with the code `output_failed`, when the disk is full, say. A reader that went away
    ///   ends the process by SIGPIPE, silently, as every filter does.
    package func write(_ text: String) throws(ClientError) {
        try write(bytes: Array(text.utf8))
    }

    /// Writes a format for programs: byte for byte, save on a terminal, where control characters are made safe. Blocks.
    ///
    /// - Throws: ``ClientError``, as the other one.
    package func write(exact bytes: [UInt8]) throws(ClientError) {
        guard isTerminal else { return try write(bytes: bytes) }
        try write(TerminalText.safe(String(decoding: bytes, as: UTF8.self), keepingLines: true))
    }

    private func write(bytes: [UInt8]) throws(ClientError) {
        var done = 0
        while done < bytes.count {
            let written = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written >= 0 {
                done += written
            } else if errno == EPIPE {
                signal(SIGPIPE, SIG_DFL)  // NIO ignores it; see above.
                raise(SIGPIPE)
            } else if errno == EAGAIN {
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, -1)
            } else if errno != EINTR {
                throw ClientError(
                    .outputFailed, "cannot write the output: \(SystemError.last)", exitStatus: .partial)
            }
        }
    }
}
