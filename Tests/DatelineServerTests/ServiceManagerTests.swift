import DatelineAPI
import Glibc
import TestSupport
import Testing

@testable import DatelineServer

@Suite struct ServiceManagerTests {
    @Test(arguments: [false, true])
    func itIsToldOverItsSocket(abstract: Bool) throws {
        try TestSupport.withTemporaryFolder { folder in
            let name = (abstract ? "@" : "") + folder + "/n"
            let socket = try UnixSocket.bound(to: name, SOCK_DGRAM)
            let manager = ServiceManager(environment: Self.environment(["NOTIFY_SOCKET": name]))
            manager.ready()
            manager.reloading()
            manager.stopping()
            #expect(socket.message() == "READY=1")
            #expect(socket.message().wholeMatch(of: #/RELOADING=1\nMONOTONIC_USEC=[1-9]\d*/#) != nil)
            #expect(socket.message() == "STOPPING=1")
        }
    }

    /// There is none, or it is gone, or its address is none: nothing happens.
    @Test(arguments: [nil, "/nowhere/n", "vsock:2:1", "@", "/" + String(repeating: "x", count: 200)])
    func noneIsNoError(_ name: String?) {
        ServiceManager(environment: Self.environment(name.map { ["NOTIFY_SOCKET": $0] } ?? [:])).ready()
    }

    @Test func aPassedSocketIsFound() throws {
        try TestSupport.withTemporaryFolder { folder in
            let socket = try UnixSocket.bound(to: folder + "/s", SOCK_STREAM)
            #expect(throws: StartupError.self) { try PassedSocket(descriptor: socket.descriptor) }
            listen(socket.descriptor, 1)
            let passed = try PassedSocket(descriptor: socket.descriptor)
            #expect(passed.path == folder + "/s")
            #expect(fcntl(socket.descriptor, F_GETFD) & FD_CLOEXEC != 0)
            let datagrams = try UnixSocket.bound(to: folder + "/d", SOCK_DGRAM)
            #expect(throws: StartupError.self) { try PassedSocket(descriptor: datagrams.descriptor) }
        }
    }

    @Test func whatIsPassedToAnotherProcessIsNotTaken() throws {
        for variables in [[:], ["LISTEN_PID": "7", "LISTEN_FDS": "1"], ["LISTEN_PID": "9"]] {
            #expect(try PassedSocket.find(environment: Self.environment(variables), process: 9) == nil)
        }
        let several = Self.environment(["LISTEN_PID": "9", "LISTEN_FDS": "2"])
        #expect(throws: StartupError.self) { try PassedSocket.find(environment: several, process: 9) }
    }

    private static func environment(_ variables: [String: String]) -> UserEnvironment {
        UserEnvironment(variables: variables, userID: 0, workingFolder: "/")
    }
}
