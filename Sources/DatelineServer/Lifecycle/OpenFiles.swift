import Glibc
import SearchIndex

/// How many files this process may have open.
enum OpenFiles {
    /// Raises the limit as far as the system lets it, and returns it: a merge has all of a load's segments open.
    static func raiseLimit() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit) == 0 else { return 1_024 }
        let soft = limit.rlim_cur
        limit.rlim_cur = limit.rlim_max
        let raised = setrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit) == 0
        return Int(clamping: raised ? limit.rlim_max : soft)
    }

    /// How many there may be now; nil when the system does not tell.
    static var limit: Int? {
        var limit = rlimit()
        return getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit) == 0
            ? Int(clamping: limit.rlim_cur) : nil
    }

    /// How many connections there may be: as the limits say, and no more than a quarter of the files.
    static func connections(_ limits: ServerLimits, files: Int) -> Int { min(limits.connections, max(4, files / 4)) }

    /// The usual limits of a load, with no more segments than a merge can open: there may be twice as many, each with up
    /// to six files, and a quarter of the limit is left to connections and searches.
    static func loadLimits(files: Int) -> LoadLimits {
        var limits = LoadLimits()
        limits.segments = min(limits.segments, max(8, files * 3 / 4 / 12))
        return limits
    }
}
