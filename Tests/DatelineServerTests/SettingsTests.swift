import DatelineAPI
import Glibc
import HTTPTypes
import TestSupport
import Testing

@testable import DatelineServer

@Suite struct SettingsTests {
    @Test func aFileSetsLimitsAndRoles() throws {
        try TestSupport.withTemporaryFolder { folder in
            let path = folder + "/c"
            try TestFile.write(
                "# a comment\n\nresults = 50   # so many\r\nsearch_seconds=7\nread = user:7 group:8\nwrite=user:9\n",
                to: path)
            let settings = try Settings(file: path, searchTime: nil)
            #expect(settings.limits.results == 50 && settings.limits.searchTime == .seconds(7))
            #expect(settings.limits.named["results"] == 50 && settings.limits.named["facets"] == 20)
            #expect(settings.access.letOthersIn)
            #expect(settings.access.role(of: Peer(user: 7, groups: [1])) == .read)
            #expect(settings.access.role(of: Peer(user: 6, groups: [1, 8])) == .read)
            #expect(settings.access.role(of: Peer(user: 9, groups: [8])) == .write)
            #expect(settings.access.role(of: Peer(user: 6, groups: [7, 9])) == nil)
            #expect(settings.access.role(of: Peer(user: geteuid(), groups: [])) == .admin)
            #expect(settings.access.role(of: Peer(user: 0, groups: [])) == .admin)
            // The command line goes before the file.
            #expect(try Settings(file: path, searchTime: .seconds(3)).limits.searchTime == .seconds(3))
        }
    }

    @Test func everyLimitCanBeSet() throws {
        let usual = ServerLimits().named
        for (name, value) in usual {
            var limits = ServerLimits()
            try limits.set(name, "\(value - 1 > 0 ? value - 1 : 1)")
            let changed = limits.named.filter { usual[$0.key] != $0.value }.map(\.key)
            #expect(changed == (value > 1 ? [name] : []))
            for bad in ["0", "-1", "x", "", "99999999999"] {
                #expect(throws: StartupError.self) { try limits.set(name, Substring(bad)) }
            }
        }
    }

    @Test(arguments: [
        ("results = 50\nresults", "c:2: this is not `name = value`"),
        ("\nfacettes = 3", "c:2: there is no setting facettes (docs/GUIDE.md lists them)"),
        ("results = many", "c:1: results = many is not from 1 to 100000"),
        ("read = bob", "c:1: bob is no user or group"),
        ("read = user:no-such-user", "c:1: user:no-such-user is no user or group"),
        ("listen = 0.0.0.0:80", "c:1: listen = 0.0.0.0:80 is no port of 127.0.0.1"),
        ("listen = 127.0.0.1:7000", "listen is set without token_file"),
        ("token_file = /nonexistent/x", "c:1: the token file /nonexistent/x cannot be read"),
    ])
    func whatIsWrongIsNamed(_ text: String, _ reason: String) throws {
        try TestSupport.withTemporaryFolder { folder in
            try TestFile.write(text, to: folder + "/c")
            let error = #expect(throws: StartupError.self) { try Settings(file: folder + "/c", searchTime: nil) }
            #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
        }
    }

    @Test func aFileThatIsNotThereIsNamed() {
        let error = #expect(throws: StartupError.self) { try Settings(file: "/nonexistent/c", searchTime: nil) }
        #expect(error?.message == "/nonexistent/c cannot be read: No such file or directory")
    }

    @Test func tokensAreForTheirOwnerAlone() throws {
        try TestSupport.withTemporaryFolder { folder in
            let path = folder + "/t"
            try TestFile.write("# ours\nread 0123456789abcdef\nadmin fedcba9876543210\n", to: path)
            chmod(path, 0o640)
            let error = #expect(throws: StartupError.self) { try AccessTokens(file: path) }
            #expect(error?.message == "the token file \(path) can be read by others")
            chmod(path, 0o600)
            let tokens = try AccessTokens(file: path)
            #expect(tokens.role(authorization: "Bearer 0123456789abcdef") == .read)
            #expect(tokens.role(authorization: "bearer fedcba9876543210") == .admin)
            for other in [nil, "", "Bearer ", "Bearer 0123456789abcde", "Bearer 0123456789abcdef ", "0123456789abcdef"]
            {
                #expect(tokens.role(authorization: other) == nil)
            }
            for bad in ["read short", "owner 0123456789abcdef", "0123456789abcdef", ""] {
                try TestFile.write(bad, to: path)
                #expect(throws: StartupError.self) { try AccessTokens(file: path) }
            }
        }
    }

    /// What changes anything needs more than `read`.
    @Test func routesNeedTheirRole() throws {
        for (method, path, role) in [
            ("GET", "/v1/search", Role.read), ("POST", "/v1/search", .read), ("GET", "/v1/articles/a", .read),
            ("POST", "/v1/articles", .write), ("DELETE", "/v1/articles/a", .write),
            ("GET", "/v1/entities/corrections", .read), ("POST", "/v1/entities/corrections", .write),
            ("DELETE", "/v1/entities/corrections/1", .write), ("PUT", "/v1/entities/gazetteers/a", .write),
            ("POST", "/v1/admin/check", .admin), ("POST", "/v1/admin/compact", .admin),
            ("GET", "/v1/admin/backup", .admin),
        ] { #expect(try Route(method: #require(.init(method)), path: path).role == role) }
        #expect(try Route(method: .get, path: "/healthz").role == nil)
        #expect(Role.read < .write && Role.write < .admin && !(Role.admin < .admin))
    }
}
