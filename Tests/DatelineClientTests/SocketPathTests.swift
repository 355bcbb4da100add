import DatelineAPI
import DatelineClient
import Testing

@Suite struct SocketPathTests {
    private func path(_ option: String? = nil, _ variables: [String: String] = [:], userID: UInt32 = 7) -> String {
        SocketPath.resolve(
            option: option,
            environment: UserEnvironment(variables: variables, userID: userID, workingFolder: "/w"))
    }

    @Test func inTheOrderOfPreference() {
        let variables = ["DATELINE_SOCKET": "/d/s", "XDG_RUNTIME_DIR": "/run/user/7"]
        #expect(path("/o", variables) == "/o")
        #expect(path("o", variables) == "/w/o")
        #expect(path(nil, variables) == "/d/s")
        #expect(path(nil, ["XDG_RUNTIME_DIR": "/run/user/7", "DATELINE_SOCKET": ""]) == "/run/user/7/dateline/socket")
        #expect(path(userID: 0) == "/run/dateline/socket")
        #expect(path() == "/tmp/dateline-7/socket")
    }
}
