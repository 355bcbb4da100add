import DatelineAPI
import DatelineServer
import Foundation
import TestSupport
import Testing

@Suite struct LocationsTests {
    private func locations(
        index: String? = nil, socket: String? = nil, tables: String? = "/tables", _ variables: [String: String] = [:],
        userID: UInt32 = 7, program: String = "/nowhere/bin/datelined"
    ) throws -> Locations {
        try Locations(
            index: index, socket: socket, tables: tables,
            environment: UserEnvironment(variables: variables, userID: userID, workingFolder: "/my folder"),
            program: program)
    }

    @Test func anOptionCountsMoreThanAVariable() throws {
        let variables = ["DATELINE_INDEX": "/i", "DATELINE_SOCKET": "/s", "DATELINE_TABLES": "/t"]
        let asked = try locations(index: "a", socket: "/b", tables: "c", variables)
        #expect(asked.index == "/my folder/a")
        #expect(asked.socket == "/b")
        #expect(asked.tables == "/my folder/c")
        let set = try locations(tables: nil, variables)
        #expect([set.index, set.socket, set.tables] == ["/i", "/s", "/t"])
    }

    @Test func theUsualPlaceOfTheIndex() throws {
        #expect(try locations(["XDG_DATA_HOME": "/data", "HOME": "/home/x"]).index == "/data/dateline")
        #expect(try locations(["HOME": "/home/x"]).index == "/home/x/.local/share/dateline")
        #expect(try locations(["DATELINE_INDEX": "", "HOME": "/home/x"]).index == "/home/x/.local/share/dateline")
        #expect(try locations(["HOME": "/root"], userID: 0).index == "/var/lib/dateline")
    }

    @Test func theUsualPlaceOfTheSocket() throws {
        #expect(try locations(["XDG_RUNTIME_DIR": "/run/user/7"]).socket == "/run/user/7/dateline/socket")
        #expect(try locations().socket == "/tmp/dateline-7/socket")
        #expect(try locations(userID: 0).socket == "/run/dateline/socket")
    }

    @Test(arguments: ["/usr/share/dateline", "/index"])
    func tablesAreFoundBesideTheProgram(_ tables: String) throws {
        try TestSupport.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(
                atPath: folder + tables + "/gazetteers", withIntermediateDirectories: true)
            let program = tables == "/index" ? "/.build/x86_64/debug/datelined" : "/usr/bin/datelined"
            let found = try locations(tables: nil, program: folder + program)
            #expect(found.tables == folder + tables)
        }
    }

    @Test func withoutTablesItDoesNotStart() throws {
        try TestSupport.withTemporaryFolder { folder in
            let error = #expect(throws: StartupError.self) {
                try locations(tables: nil, program: folder + "/a/b/c/d/e/f/datelined")
            }
            #expect(error?.message == "no gazetteers are found beside the program")
            #expect(error?.hint?.contains("--tables") == true)
        }
    }
}
