import Testing

/// What is no name, whatever a tagger says.
@Suite struct NoNameTests {
    @Test(arguments: [
        "[PER He] said so.", "then [PER she] left", "[PER The President] spoke.", "said [PER President]",
        "[PER Prime Minister] spoke", "[LOC Monday] was fine.", "in [LOC March]", "[ORG B] said so.", "[PER 1996]",
        "The [ORG 300] left", "[ORG African Americans and Native Americans] voted.",
        "[PER Mr. President], will you go?",
        "on [LOC Main Street]", "[ORG The Attorney General] left.", "the [MISC Secretary of State] left",
        "[PER Police] said so.", "[PER Officials Say]", "[ORG Officials] said so, and other officials left.",
    ])
    func nothing(_ text: String) throws {
        #expect(try resolve(text).isEmpty)
    }

    @Test func ordinaryWordsThatTheArticleExplains() throws {
        #expect(try resolve("[PER Theresa May] spoke. [PER May] left.") == ["Theresa May", "Theresa May <May>"])
        #expect(try resolve("[PER Gary Player] won. [PER Player] smiled.") == ["Gary Player", "Gary Player <Player>"])
        // The tagger has missed it.
        #expect(
            try resolve("On Friday Quarrington left.", title: "[PER Maria Quarrington] Leaves") == [
                "Maria Quarrington <Quarrington>"
            ])
    }

    @Test func namesOfOrdinaryWords() throws {
        #expect(
            try resolve("[ORG New Democracy] won. The [LOC White House] and [LOC Mobile], [LOC Alabama], lost.").first
                == "New Democracy")
        #expect(
            try resolve("[PER King] spoke. [MISC Friends] ended. [ORG Senators] lost.") == [
                "King", "Friends", "Senators",
            ])
        #expect(
            try resolve("[PER May Lindqvist], [PER Sunday Zyx], [PER Sun Jihai]").joined(separator: ", ")
                == "May Lindqvist, Sunday Zyx, Sun Jihai")
        #expect(
            try resolve("[ORG Target] said so. [LOC U.S.] Trade Representative [PER Lo Zyx] left.") == [
                "Target", "United States <U.S.>", "Lo Zyx",
            ])
    }
}
