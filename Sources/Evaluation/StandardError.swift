internal import Glibc

/// Where a program says what is not a result.
package enum StandardError {
    /// Writes a line at once.
    package static func write(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            // Nobody reads it: then there is nobody to tell.
            guard count > 0 || errno == EINTR else { return }
            written += max(0, count)
        }
    }
}
