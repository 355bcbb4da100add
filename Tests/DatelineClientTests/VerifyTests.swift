import DatelineAPI
import Testing

@testable import DatelineClient

@Suite struct VerifyTests {
    @Test func differencesAreToldByHit() {
        let then = ["a", "b", "c", "d"].map { SearchManifest.PinnedHit(id: $0, score: 2) }
        var now = then
        #expect(VerifyInvocation.differences(then, now) == [])
        now[3].score = 1
        now.swapAt(1, 2)
        now.remove(at: 0)
        now.insert(.init(id: "e", score: 3), at: 0)
        #expect(
            VerifyInvocation.differences(then, now) == ["- a", "+ e", "c 3 -> 2", "b 2 -> 3", "d score 2.0 -> 1.0"])
    }
}
