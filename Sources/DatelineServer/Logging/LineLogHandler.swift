import Glibc
package import Logging

/// Writes a line a message: the time, the level, the message, and what belongs to it as `key=value`.
///
///     2026-11-27T21:05:01.250Z notice slow request method=GET ms=1520.4 request=5fd3a1b20c77 route=search
///
/// Keys are in alphabetical order; a value that is no word is in quotes, see ``LogText``. Why not swift-log's own: it
/// puts values into the line as they are, so that a space or a line end in one cannot be told from the next.
package struct LineLogHandler: LogHandler {
    package var logLevel = Logger.Level.info
    package var metadata = Logger.Metadata()
    package var metadataProvider: Logger.MetadataProvider?
    private let descriptor: Int32

    /// - Parameter descriptor: the file that lines are written to; standard error unless told otherwise.
    package init(descriptor: Int32 = STDERR_FILENO) { self.descriptor = descriptor }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
        if let given = event.metadata { all.merge(given) { $1 } }
        if let error = event.error { all["error"] = "\(error)" }
        var line = "\(Self.time()) \(event.level) \(LogText.message(event.message.description))"
        for (key, value) in all.sorted(by: { $0.key < $1.key }) { line += " \(key)=\(LogText.value("\(value)"))" }
        line += "\n"
        // In one call, so that lines of several threads do not mix.
        _ = line.withUTF8 { write(descriptor, $0.baseAddress, $0.count) }
    }

    /// The time of day in UTC, to the millisecond.
    private static func time() -> String {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        var parts = tm()
        gmtime_r(&now.tv_sec, &parts)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
            let count = strftime(buffer.baseAddress!, buffer.count, "%Y-%m-%dT%H:%M:%S", &parts)
            let milliseconds = String(now.tv_nsec / 1_000_000)
            return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) + "."
                + String(repeating: "0", count: 3 - milliseconds.utf8.count) + milliseconds + "Z"
        }
    }
}
