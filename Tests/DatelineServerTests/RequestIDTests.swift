import Testing

@testable import DatelineServer

@Suite struct RequestIDTests {
    @Test func idsAreShortAndFollowOneAnother() {
        let ids = RequestIDs(from: 0xABC_FFFF_FFFF_FFFE)
        #expect((0..<3).map { _ in ids.id(given: nil) } == ["fffffffffffe", "ffffffffffff", "000000000000"])
        #expect(RequestIDs().id(given: nil) != RequestIDs().id(given: nil))
    }

    @Test(arguments: ["a", "Trace-1.b_2", String(repeating: "x", count: 64)])
    func aClientsOwnIsTaken(_ id: String) {
        #expect(RequestIDs(from: 0).id(given: id) == id)
    }

    @Test(arguments: ["", "a b", "a=b", "a\"", "a\n", "é", "a\u{0}", String(repeating: "x", count: 65)])
    func oneThatIsNotFitIsReplaced(_ id: String) {
        #expect(RequestIDs(from: 7).id(given: id) == "000000000007")
    }
}
