import Glibc

enum ExecutablePath {
    /// The path of the running program, links resolved; nil where /proc is not mounted.
    static var ofThisProcess: String? {
        let path = realpath("/proc/self/exe", nil)
        defer { free(path) }
        return path.flatMap { String(validatingCString: $0) }
    }
}
