import DatelineAPI
import Glibc

/// A file that one process at a time can hold; it says which one does. Released by the system when the process ends.
package final class LockFile: Sendable {
    private let descriptor: Int32

    /// Takes the lock at `path`, and writes this process's id into the file.
    /// - Parameter exitStatus: what the daemon ends with when another process holds the lock.
    /// - Throws: `StartupError` that names the process that holds it, or why the file cannot be used.
    package init(
        path: String, of what: String, exitStatus: Int32 = DaemonStatus.failed
    ) throws(StartupError) {
        // Kept aside until it is ours: when an initializer throws after the last property is set, `deinit` runs and
        // would close the descriptor once more, which by then may be another's.
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StartupError("\(path) cannot be opened: \(StartupError.reason(errno))") }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            var buffer = [UInt8](repeating: 0, count: 32)
            let count = max(0, read(file, &buffer, buffer.count))
            close(file)
            let holder = String(decoding: buffer[..<count].prefix { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self)
            throw StartupError(
                "\(what) is held by another datelined" + (holder.isEmpty ? "" : ", process \(holder)"),
                hint: "stop that one first, or give this one another index and socket", exitStatus: exitStatus)
        }
        let pid = "\(getpid())\n"
        ftruncate(file, 0)
        _ = pid.withCString { write(file, $0, strlen($0)) }
        descriptor = file
    }

    /// Closing it would not be enough: a program that is being started holds a copy of the descriptor until it runs, and
    /// with it the lock.
    deinit {
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
