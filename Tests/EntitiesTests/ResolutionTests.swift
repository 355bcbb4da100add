import Testing

/// What a name stands for within its article.
@Suite struct ResolutionTests {
    @Test func aSurnameFindsItsFullNameWhereverThatStands() throws {
        let both = ["Maria Quarrington", "Maria Quarrington <Quarrington>"]
        #expect(try resolve("[PER Maria Quarrington] came. Later [PER Quarrington] left.") == both)
        #expect(try resolve("[PER Quarrington] left. [PER Maria Quarrington] had come.") == both.reversed())
        #expect(try resolve("Ms. [PER Quarrington]'s aide left.", title: "[PER Maria Quarrington] Leaves") == [both[1]])
        #expect(
            try resolve("[PER Benjamin Netanyahu] spoke, Mr. [PER Netanyahu] said. [PER Netanyahu]’s aide left.") == [
                "Benjamin Netanyahu", "Benjamin Netanyahu <Netanyahu>", "Benjamin Netanyahu <Netanyahu>",
            ])
        // Nothing explains it: the surname is all there is.
        #expect(try resolve("[PER Quarrington] left.") == ["Quarrington"])
    }

    @Test func aTitleIsNoPartOfAName() throws {
        #expect(
            try resolve("[PER Sen. Maria Quarrington] met [PER Dr. Lo] and [PER Prime Minister Benjamin Netanyahu].")
                == [
                    "Maria Quarrington", "Lo", "Benjamin Netanyahu",
                ])
        #expect(
            try resolve("President [PER Trump] came. [PER Ilham Aliyev], the president of [LOC Azerbaijan], spoke.")
                == [
                    "Donald Trump <Trump>", "Ilham Aliyev", "Azerbaijan",
                ])
        #expect(try resolve("[PER Mr Putin] left.") == ["Putin"])
        #expect(try resolve("[PER Pope Francis] spoke.") == ["Pope Francis"])
    }

    @Test func initialsAreLeftOutWhereTheArticleDoes() throws {
        #expect(
            try resolve("[PER Andrew P. Meyer] came, [PER Andrew Meyer] left, then [PER Andrew Q Meyer].") == [
                "Andrew P. Meyer", "Andrew Meyer", "Andrew Q Meyer",
            ])
        #expect(
            try resolve("[PER Andrew P. Meyer] came. [PER Andrew Meyer] left.") == [
                "Andrew Meyer <Andrew P. Meyer>", "Andrew Meyer",
            ])
        #expect(
            try resolve("[PER Donald J. Trump] and [PER Donald Trump]") == [
                "Donald Trump <Donald J. Trump>", "Donald Trump",
            ])
        #expect(
            try resolve("[PER A. Meyer] spoke. [PER Andrew Meyer] left. [PER B. Meyer] stayed.") == [
                "Andrew Meyer <A. Meyer>", "Andrew Meyer", "B. Meyer",
            ])
        #expect(
            try resolve("[PER A. Meyer] and [PER B. Meyer] came; [PER Meyer] left.") == [
                "A. Meyer", "B. Meyer", "Meyer",
            ])
    }

    @Test func twoFullNamesAreTwoPeople() throws {
        #expect(
            try resolve("[PER Maria Lo] and [PER Peter Lo] came. [PER Lo] left, and [PER Peter] stayed.") == [
                "Maria Lo", "Peter Lo", "Lo", "Peter Lo <Peter>",
            ])
        #expect(
            try resolve("[PER Luis Fortunato Jr.] met [PER Luis Fortunato]. [PER Fortunato] left.") == [
                "Luis Fortunato Jr. <Luis Fortunato Jr>", "Luis Fortunato", "Fortunato",
            ])
        #expect(try resolve("[PER Jean Paul] read [PER Jean Paul Zartre].") == ["Jean Paul", "Jean Paul Zartre"])
    }

    @Test func namesOfOtherTongues() throws {
        #expect(
            try resolve(
                "[PER Xi Jinping] met [PER Zhao Lejing] and [PER Kim Jong Un]. [PER Xi], [PER Zhao], Mr. [PER Kim]."
            )
            .suffix(3) == ["Xi Jinping <Xi>", "Zhao Lejing <Zhao>", "Kim Jong Un <Kim>"])
        #expect(
            try resolve(
                "[PER Mohammed bin Salman] met [PER Ursula von der Leyen], [PER Lo bin Zyx] and [PER Bashar al-Assad]. "
                    + "[PER Bin Salman], [PER Von der Leyen], [PER bin Zyx], [PER Al-Assad], [PER Assad], [PER Leyen]."
            ).suffix(6) == [
                "Mohammed bin Salman <Bin Salman>", "Ursula von der Leyen <Von der Leyen>", "Lo bin Zyx <bin Zyx>",
                "Bashar al-Assad <Al-Assad>", "Bashar al-Assad <Assad>", "Ursula von der Leyen <Leyen>",
            ])
        #expect(
            try resolve("[PER Pedro Quintero Perez] spoke. [PER Quintero] left, [PER Perez] stayed.") == [
                "Pedro Quintero Perez", "Pedro Quintero Perez <Quintero>", "Pedro Quintero Perez <Perez>",
            ])
        #expect(
            try resolve("[PER Alexandria Ocasio-Cortez] and [PER Jean-Pierre Lo]: [PER Ocasio-Cortez], [PER Lo].")
                .suffix(2) == ["Alexandria Ocasio-Cortez <Ocasio-Cortez>", "Jean-Pierre Lo <Lo>"])
        #expect(
            try resolve("[PER José Quintéro] came. [PER Quintero] left.") == [
                "José Quintéro", "José Quintéro <Quintero>",
            ])
    }

    @Test func capitalsArePrintedAsNames() throws {
        #expect(
            try resolve(
                "[PER QUARRINGTON] MEETS [PER ALIYEV] IN [LOC BAKU]\n\n[PER Maria Quarrington] met [PER Ilham Aliyev].")
                == [
                    "Maria Quarrington <QUARRINGTON>", "Ilham Aliyev <ALIYEV>", "Baku <BAKU>", "Maria Quarrington",
                    "Ilham Aliyev",
                ])
        #expect(
            try resolve("[PER LO VAN DER ZYX] AND [PER ZYX O’BRIEN] LEFT EARLY") == [
                "Lo van der Zyx <LO VAN DER ZYX>", "Zyx O’Brien <ZYX O’BRIEN>",
            ])
        // Where the article prints it in small letters, that is the name.
        #expect(
            try resolve("[PER LO MCZYX] OF [ORG PZN BANK] LEFT TODAY\n\n[PER Lo McZyx] left [ORG PZN Bank].") == [
                "Lo McZyx <LO MCZYX>", "PZN Bank <PZN BANK>", "Lo McZyx", "PZN Bank",
            ])
    }

    @Test func couplesAndWordsBehind() throws {
        #expect(
            try resolve("[PER Joe Biden] and [PER Kamala Harris] won; the [PER Biden-Harris Administration] began.")
                == ["Joe Biden", "Kamala Harris", "Joe Biden <Biden>", "Kamala Harris <Harris>"])
        #expect(
            try resolve("[LOC Israel-Gaza] talks, [MISC U.S.-led] talks, [MISC Israeli-Palestinian] talks") == [
                "Israel", "Gaza", "place United States <U.S.-led>", "place Israel <Israeli>",
                "Palestine <Palestinian>",
            ])
    }
}
