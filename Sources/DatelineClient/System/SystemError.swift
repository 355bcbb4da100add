import Glibc

/// A failed system call.
package struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The value of `errno`.
    package var number: Int32

    package init(_ number: Int32) { self.number = number }

    /// That of the call that has just failed.
    package static var last: SystemError { SystemError(errno) }

    /// As the C library words it.
    package var description: String { String(cString: strerror(number)) }
}
