import Foundation

extension TestSupport {
    /// The path of a program of this package: it stands beside the running tests.
    package static func program(_ name: String) -> String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: name)
            .path(percentEncoded: false)
    }

    /// The path of a program that is installed on this machine, or nil. Tests that need it say so when they skip.
    package static func installedProgram(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
