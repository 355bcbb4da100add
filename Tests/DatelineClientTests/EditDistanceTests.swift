import Testing

@testable import DatelineClient

@Suite struct EditDistanceTests {
    private let commands = ["search", "count", "facet", "similar", "show", "stories", "status", "index"]

    @Test(arguments: [
        ("serach", "search"), ("Search", "search"), ("facets", "facet"), ("sho", "show"), ("indx", "index"),
        ("conut", "count"), ("sim", "similar"), ("storeis", "stories"),
    ])
    func whatWasMeant(_ typed: String, _ meant: String) {
        #expect(EditDistance.nearest(to: typed, in: commands) == meant)
    }

    @Test(arguments: ["nonsense", "x", "", "export"])
    func whatMeansNothing(_ typed: String) { #expect(EditDistance.nearest(to: typed, in: commands) == nil) }

    @Test func distances() {
        for (a, b, errors) in [
            ("", "", 0), ("", "abc", 3), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ab", "ba", 1),
        ] {
            #expect(EditDistance.between(Array(a.utf8), Array(b.utf8)) == errors)
            #expect(EditDistance.between(Array(b.utf8), Array(a.utf8)) == errors)
        }
    }
}
