import Testing

/// Acronyms and what they stand for.
@Suite struct AcronymTests {
    private let council = "Pragovian Xylem Council"

    @Test func definedOnes() throws {
        let both = [council, "\(council) <PXC>", "\(council) <PXC>"]
        #expect(try resolve("The [ORG Pragovian Xylem Council] ([ORG PXC]) met. [ORG PXC] left.") == both)
        #expect(
            try resolve("[ORG PXC] left. The [ORG Pragovian Xylem Council] ([ORG PXC]) met.")
                == [both[1], both[0], both[1]])
        #expect(
            try resolve("The [ORG PXC] ([ORG Pragovian Xylem Council]) met. [ORG PXC]'s chief left.")
                == [both[1], both[0], both[1]])
        // A definition says more than the label does.
        #expect(
            try resolve("The [ORG Department of Goat Efficiency] ([PER DOGE]) met in [LOC DOGE].").dropFirst() == [
                "organization Department of Goat Efficiency <DOGE>",
                "organization Department of Goat Efficiency <DOGE>",
            ])
    }

    @Test func usedWithoutDefinition() throws {
        #expect(
            try resolve("The [ORG Pragovian Xylem Council] met. The [ORG PXC] left, and [ORG PXQ] stayed.") == [
                council, "\(council) <PXC>", "PXQ",
            ])
        // It may be either.
        #expect(
            try resolve("The [ORG Pragovian Xylem Council] met the [ORG Polish Xenon Company]. [ORG PXC] left.").last
                == "PXC")
    }

    @Test func theArticleIsNoPartOfAName() throws {
        #expect(
            try resolve("[ORG The Pragovian Xylem Council] met, [ORG The European Union] did not.") == [
                "\(council) <The Pragovian Xylem Council>", "European Union <The European Union>",
            ])
    }

    @Test func knownOnes() throws {
        #expect(
            try resolve(
                "The [ORG FBI], the [ORG Federal Bureau of Investigation], the [ORG EU], the [ORG European Union] "
                    + "([ORG EU])"
            ).map { String($0.prefix { $0 != "<" }) } == [
                "Federal Bureau of Investigation ", "Federal Bureau of Investigation", "European Union ",
                "European Union", "European Union ",
            ])
        let states = try resolve(
            "[LOC U.S.], [LOC US], [LOC USA], [LOC U.S.A.], [LOC United States], [LOC United States of America]")
        #expect(states.count == 6 && states.allSatisfy { $0.hasPrefix("United States") })
        #expect(
            try resolve("The [ORG Kremlin] and [ORG J&J] and the [ORG Ministry of Foreign Affairs of Azerbaijan]") == [
                "Kremlin", "J&J", "Ministry of Foreign Affairs of Azerbaijan",
            ])
    }
}
