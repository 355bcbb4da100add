import Glibc

/// Tells when something in a folder or below it has changed, with inotify. Has one owner.
final class FolderEvents {
    /// Milliseconds without a change after which those before are looked at, and how many they may go on at most.
    private static let quiet: Int32 = 300
    private static let longest = Duration.seconds(5)

    private static let changes = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF
            | IN_MOVE_SELF)

    private let descriptor: Int32
    private var watches: Set<Int32> = []

    /// - Throws: `SystemError`.
    init() throws(SystemError) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { throw .last }
    }

    deinit { close(descriptor) }

    /// Watches these folders as well, and tells whether one of them is new: what came into it before is not reported.
    ///
    /// - Throws: `SystemError`; `ENOSPC` when the system watches as many as it may.
    func watch(_ folders: [String]) throws(SystemError) -> Bool {
        var hasNew = false
        for folder in folders {
            let watch = inotify_add_watch(descriptor, folder, Self.changes | UInt32(IN_ONLYDIR))
            if watch >= 0 {
                if watches.insert(watch).inserted { hasNew = true }
            } else if errno != ENOENT && errno != ENOTDIR && errno != EACCES {
                throw .last
            }
        }
        return hasNew
    }

    /// Waits until something has changed and no more does, or `stop` is readable. Blocks.
    func wait(orUntil stop: Int32) {
        guard poll(stop, -1) else { return }
        let start = ContinuousClock.now
        repeat { drain() } while start.duration(to: .now) < Self.longest && poll(stop, Self.quiet)
    }

    /// Whether there are changes, within some milliseconds (-1 for ever), and no stop.
    private func poll(_ stop: Int32, _ milliseconds: Int32) -> Bool {
        var files = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
        ]
        while Glibc.poll(&files, 2, milliseconds) < 0 {
            if errno != EINTR { return false }
        }
        return files[1].revents == 0 && files[0].revents != 0
    }

    /// What has changed is found by looking at the folder, so events need not be told apart; but a watch whose folder
    /// is gone has to be forgotten, for its number may come again.
    private func drain() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let got = read(descriptor, &buffer, buffer.count), got > 0 {
            var index = 0
            while index + 16 <= got {
                let (watch, mask, length) = buffer.withUnsafeBytes { bytes in
                    (
                        bytes.loadUnaligned(fromByteOffset: index, as: Int32.self),
                        bytes.loadUnaligned(fromByteOffset: index + 4, as: UInt32.self),
                        Int(bytes.loadUnaligned(fromByteOffset: index + 12, as: UInt32.self))
                    )
                }
                if mask & UInt32(IN_IGNORED) != 0 { watches.remove(watch) }
                index += 16 + length
            }
        }
    }
}
