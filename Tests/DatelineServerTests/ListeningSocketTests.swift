import Glibc
import TestSupport
import Testing

@testable import DatelineServer

@Suite struct ListeningSocketTests {
    @Test func foldersAreMadeForTheOwnerAlone() throws {
        try TestSupport.withTemporaryFolder { folder in
            let socket = try ListeningSocket(path: folder + "/a/b/s")
            #expect(TestFile.mode(of: folder + "/a") == 0o700)
            #expect(TestFile.mode(of: folder + "/a/b") == 0o700)
            #expect(TestFile.mode(of: socket.path) == nil)
        }
    }

    @Test func onlyTheOwnerMayConnect() throws {
        try TestSupport.withTemporaryFolder { folder in
            let socket = try ListeningSocket(path: folder + "/s")
            #expect(TestFile.bindSocket(socket.path))
            socket.restrict(toOwner: true)
            #expect(TestFile.mode(of: socket.path) == 0o600)
            socket.remove()
            #expect(TestFile.mode(of: socket.path) == nil)
        }
    }

    @Test func theSecondHolderIsRefusedAndTheSocketStays() throws {
        try TestSupport.withTemporaryFolder { folder in
            let path = folder + "/s"
            let first = try ListeningSocket(path: path)
            #expect(TestFile.bindSocket(path))
            let error = #expect(throws: StartupError.self) { try ListeningSocket(path: path) }
            #expect(error?.message == "the socket \(path) is held by another datelined, process \(getpid())")
            #expect(TestFile.mode(of: first.path) != nil)
        }
    }

    @Test func aSocketThatADeadDaemonLeftIsTakenOver() throws {
        try TestSupport.withTemporaryFolder { folder in
            let path = folder + "/s"
            #expect(TestFile.bindSocket(path))
            let socket = try ListeningSocket(path: path)
            #expect(TestFile.mode(of: socket.path) == nil)
        }
    }

    @Test func somethingElseInTheWayIsNotTouched() throws {
        try TestSupport.withTemporaryFolder { folder in
            let path = folder + "/s"
            try TestFile.write("mine", to: path)
            let error = #expect(throws: StartupError.self) { try ListeningSocket(path: path) }
            #expect(error?.message == "\(path) exists and is no socket")
            #expect(TestFile.read(path) == "mine")
            #expect(symlink(path, folder + "/link") == 0)
            #expect(throws: StartupError.self) { try ListeningSocket(path: folder + "/link") }
            #expect(throws: StartupError.self) { try ListeningSocket(path: path + "/s") }
        }
    }

    @Test func aPathThatNoSocketCanHaveIsRefused() throws {
        try TestSupport.withTemporaryFolder { folder in
            let longest = folder + "/" + String(repeating: "x", count: 107 - folder.utf8.count - 1)
            _ = try ListeningSocket(path: longest)
            let error = #expect(throws: StartupError.self) { try ListeningSocket(path: longest + "x") }
            #expect(error?.message == "the socket's path is longer than 107 bytes")
            #expect(TestFile.mode(of: longest + "x.lock") == nil)
        }
    }
}
