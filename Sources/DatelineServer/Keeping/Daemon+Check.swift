package import DatelineAPI
import Glibc
import SearchIndex

extension Daemon {
    /// Looks over an index that no daemon has open, and that may be too damaged for one to open. Blocks for as long as
    /// reading all of it takes.
    /// - Parameter index: the folder of the index.
    /// - Throws: `StartupError` when there is none, or a daemon holds it.
    package static func check(index: String) throws(StartupError) -> CheckReply {
        let start = ContinuousClock.now
        var file = stat()
        guard stat(index + "/db", &file) == 0 else {
            throw StartupError("there is no index in \(index)", hint: "name its folder with --index")
        }
        umask(0o077)
        let lock: LockFile
        do { lock = try LockFile(path: index + "/lock", of: "the index \(index)") } catch {
            throw StartupError(error.message, hint: "ask that one, with dateline check", exitStatus: error.exitStatus)
        }
        defer { withExtendedLifetime(lock) {} }
        return CheckReply(
            Index.check(folder: index), index: IndexStamp(uuid: "", revision: 0), tookMs: start.milliseconds)
    }
}
