import Testing

/// Which place a name means.
@Suite struct PlaceResolutionTests {
    @Test func aTownWithItsStateIsNotItsFamousNamesake() throws {
        #expect(
            try resolve("He left [LOC Paris], [LOC Texas], in May. [LOC Paris] is hot.") == [
                "Paris, Texas <Paris>", "Texas", "Paris, Texas <Paris>",
            ])
        #expect(try resolve("He left [LOC Paris], [LOC France], in May.") == ["Paris", "France"])
        #expect(
            try resolve("He left [LOC Paris], [LOC Texas], for [LOC Paris], [LOC France]. [LOC Paris] is hot.").last
                == "Paris")
        #expect(try resolve("They are strong in [LOC Paris], [LOC Texas] and [LOC Rome].").first == "Paris")
        #expect(try resolve("They met in [LOC London], [LOC Ontario].").first == "London, Ontario <London>")
        #expect(try resolve("They met in [LOC Austin], [LOC Texas].").first == "Austin")
    }

    @Test func demonymsMeanThePlace() throws {
        #expect(
            try resolve("[MISC Israelis] met the [MISC French] and [MISC Azerbaijani] officials.") == [
                "place Israel <Israelis>", "place France <French>", "place Azerbaijan <Azerbaijani>",
            ])
    }

    @Test func townsInDatelines() throws {
        #expect(
            try resolve("[LOC GULU], [LOC Uganda], Feb 26 ([ORG Reuters]) - Rebels left [LOC Gulu].") == [
                "Gulu <GULU>", "Uganda", "Reuters", "Gulu",
            ])
        #expect(try resolve("[LOC KYIV] - [LOC Kyiv] said so.") == ["Kyiv <KYIV>", "Kyiv"])
    }
}
