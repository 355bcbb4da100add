import Foundation
import Glibc

/// What every test target shares: where the optional data lives, and folders that clean up after themselves.
package enum TestSupport {
    /// The folder `../shared` beside the checkout, or nil where it is absent. Tests that read it say so when they skip.
    package static let sharedFolder: String? = {
        let folder = URL(filePath: checkout).appending(path: "../shared").standardizedFileURL.path(
            percentEncoded: false)
        return FileManager.default.fileExists(atPath: folder) ? folder : nil
    }()

    /// The checkout's top folder, where `seeds/` and `index/` are.
    package static let checkout = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path(percentEncoded: false)

    /// Runs `body` with the path of a new, empty folder, which is removed afterwards.
    package static func withTemporaryFolder<R>(_ body: (String) throws -> R) throws -> R {
        let folder = try makeTemporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    /// The same for an asynchronous body, when it is this test's turn.
    package static func withTemporaryFolder<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: (String) async throws -> R
    ) async throws -> R {
        if hasTurn { return try await inTemporaryFolder(body) }
        await turns.take()
        defer { turns.give() }
        return try await $hasTurn.withValue(true) { try await inTemporaryFolder(body) }
    }

    private static let turns = Turns(2 * ProcessInfo.processInfo.activeProcessorCount)
    /// Whether the test that the task belongs to has a turn: it needs no other for a second folder.
    @TaskLocal private static var hasTurn = false

    private static func inTemporaryFolder<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: (String) async throws -> R
    ) async throws -> R {
        let folder = try makeTemporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }

    /// A port of 127.0.0.1 that nothing listens on at the moment.
    package static func freePort() throws -> Int {
        let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(probe) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let found = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(probe, $0, size) == 0 && getsockname(probe, $0, &size) == 0
            }
        }
        guard found else { throw ProgramError(description: "there is no free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// Copies a folder in which files come and go meanwhile: what goes is left out.
    package static func copyFolder(_ source: String, to copy: String) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: copy, withIntermediateDirectories: false)
        for name in (try? files.contentsOfDirectory(atPath: source)) ?? [] {
            let path = "\(source)/\(name)"
            var isFolder: ObjCBool = false
            guard files.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                try copyFolder(path, to: "\(copy)/\(name)")
            } else if let contents = files.contents(atPath: path) {
                try contents.write(to: URL(filePath: "\(copy)/\(name)"))
            }
        }
    }

    private static func makeTemporaryFolder() throws -> String {
        // Short, because a Unix socket's path inside it may have at most 107 bytes.
        let name = "dateline-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
        let folder = FileManager.default.temporaryDirectory.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        return folder.path(percentEncoded: false)
    }
}
