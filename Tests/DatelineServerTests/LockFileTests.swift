import Glibc
import TestSupport
import Testing

@testable import DatelineServer

@Suite struct LockFileTests {
    @Test func theSecondHolderIsRefusedWithTheNameOfTheFirst() throws {
        try TestSupport.withTemporaryFolder { folder in
            let path = folder + "/lock"
            let first = try LockFile(path: path, of: "the index X")
            let error = #expect(throws: StartupError.self) { try LockFile(path: path, of: "the index X") }
            #expect(error?.message == "the index X is held by another datelined, process \(getpid())")
            #expect(error?.hint != nil)
            #expect(TestFile.mode(of: path) == 0o600)
            withExtendedLifetime(first) {}
        }
    }

    @Test func whoeverLetsGoLetsTheNextIn() throws {
        try TestSupport.withTemporaryFolder { folder in
            let path = folder + "/lock"
            do { _ = try LockFile(path: path, of: "it") }
            // What a longer number left must not stay behind ours.
            try TestFile.write("123456789012", to: path)
            let next = try LockFile(path: path, of: "it")
            #expect(TestFile.read(path) == "\(getpid())\n")
            withExtendedLifetime(next) {}
        }
    }

    /// A program that is being started has copies of this process's descriptors.
    @Test func aCopyOfItsDescriptorDoesNotKeepItHeld() throws {
        try TestSupport.withTemporaryFolder { folder in
            let path = folder + "/lock"
            var first: LockFile? = try LockFile(path: path, of: "it")
            let copy = dup(try #require(TestFile.descriptor(of: path)))
            defer { close(copy) }
            withExtendedLifetime(first) {}
            first = nil
            let next = try LockFile(path: path, of: "it")
            withExtendedLifetime(next) {}
        }
    }

    @Test func aFolderIsNoLock() throws {
        try TestSupport.withTemporaryFolder { folder in
            let error = #expect(throws: StartupError.self) { try LockFile(path: folder, of: "it") }
            #expect(error?.message == "\(folder) cannot be opened: Is a directory")
        }
    }
}
