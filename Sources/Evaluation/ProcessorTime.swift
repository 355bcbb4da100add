internal import Glibc

/// The processor time that this process has used; unlike time on the wall it is not of what else the machine does.
package enum ProcessorTime {
    package static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
