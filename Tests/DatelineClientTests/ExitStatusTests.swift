import DatelineClient
import Testing

@Suite struct ExitStatusTests {
    @Test func numbersAreAPromise() {
        #expect(DatelineClient.ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 7, 20, 21, 75, 130])
    }

    @Test(arguments: [
        (400, "open_quote", DatelineClient.ExitStatus.usage), (401, "no_token", .permission),
        (403, "role", .permission),
        (404, "not_found", .nothing), (409, "stale_cursor", .staleCursor), (413, "too_large", .usage),
        (422, "invalid", .usage), (429, "busy", .tryAgain), (500, "internal", .tryAgain), (503, "busy", .tryAgain),
    ])
    func ofAReply(httpStatus: Int, code: String, expected: DatelineClient.ExitStatus) {
        #expect(DatelineClient.ExitStatus(httpStatus: httpStatus, code: code) == expected)
    }

    @Test func ofAnErrorReply() {
        let body = Array(#"{"error":{"code":"open_quote","message":"m","hint":"h","position":3}}"#.utf8)
        let error = ClientError(HTTPReply(status: 400, body: body))
        #expect(error.code.rawValue == "open_quote")
        #expect(error.description == "m (h)")
        #expect(error.position == 3)
        #expect(error.exitStatus == .usage)
        let foreign = ClientError(HTTPReply(status: 404, body: Array("<html>".utf8)))
        #expect(foreign.code == .badReply)
        #expect(foreign.exitStatus == .noDaemon)
    }
}
