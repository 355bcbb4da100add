import Glibc

/// What the system says of this process.
struct ProcessFigures: Sendable {
    /// Memory that is in RAM, in bytes; nil where the system does not tell.
    var residentBytes: Int?
    /// Descriptors that are open, and how many may be.
    var openFiles: Int?
    var mostFiles: Int?

    /// Looks them up.
    static var now: ProcessFigures {
        var figures = ProcessFigures()
        // Pages: all of the memory, then what is in RAM.
        if let text = ConfigurationFile.contents(of: "/proc/self/statm") {
            let pages = text.split(separator: " ").compactMap { Int($0) }
            if pages.count > 1 { figures.residentBytes = pages[1] * sysconf(Int32(_SC_PAGESIZE)) }
        }
        if let folder = opendir("/proc/self/fd") {
            defer { closedir(folder) }
            var count = 0
            while readdir(folder) != nil { count += 1 }
            // Without `.`, `..` and the folder itself.
            figures.openFiles = count - 3
        }
        figures.mostFiles = OpenFiles.limit
        return figures
    }

    /// Seconds from 1970 to now.
    static var secondsSince1970: Double {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
