import Testing

@Test func surnamesResolveToTheFullName() throws {
    let text = "Witkoff’s aide arrived. Later Steve Witkoff met Ilham Aliyev, and Aliyev thanked Mr. Witkoff."
    #expect(
        try names(text) == [
            "person Steve Witkoff", "person Steve Witkoff", "person Ilham Aliyev", "person Ilham Aliyev",
            "person Steve Witkoff",
        ])
}

@Test func theTitleHelpsToResolve() throws {
    #expect(try namesByRules("Quarrington left early.").isEmpty)
    #expect(
        try names("The crowd saw Quarrington leave.", title: "Mayor Maria Quarrington Leaves") == [
            "person Maria Quarrington"
        ])
}

@Test func aliasesNeedTheirTitle() throws {
    // Another of that name may be meant.
    #expect(try !names("The crowd cheered Trump.").contains("person Donald Trump"))
    #expect(
        try names("The Trump administration agreed, and so did Trump.") == [
            "person Donald Trump", "person Donald Trump",
        ])
    #expect(
        try names("Then President Trump and Vice President Harris left.") == [
            "person Donald Trump", "person Kamala Harris",
        ])
    #expect(try names("Mr. Trump left.") == ["person Trump"])
}

@Test func initialsAndSuffixes() throws {
    #expect(try names("President Donald J. Trump and J.D. Vance left.") == ["person Donald Trump", "person JD Vance"])
    #expect(
        try names("Andrew P. Meyer spoke, then Andrew Meyer left.") == ["person Andrew Meyer", "person Andrew Meyer"])
    #expect(
        try names("Donald Trump Jr. and Luis Fortunato, Jr. spoke.") == [
            "person Donald Trump Jr.", "person Luis Fortunato Jr.",
        ])
}

@Test func twoPeopleWithOneSurnameStayTwo() throws {
    let text = "Maria Quarrington and Peter Quarrington came. Then Quarrington left, and Mr. Quarrington too."
    #expect(
        try names(text) == [
            "person Maria Quarrington", "person Peter Quarrington", "person Quarrington", "person Quarrington",
        ])
    #expect(try names("Bill Clinton and Hillary Clinton came.") == ["person Bill Clinton", "person Hillary Clinton"])
}

@Test func particlesAndHyphens() throws {
    #expect(
        try names(
            "Mohammed bin Salman met Abdel Fattah al-Sisi and Alexandria Ocasio-Cortez; al-Sisi and Ocasio-Cortez left."
        ) == [
            "person Mohammed bin Salman", "person Abdel Fattah al-Sisi", "person Alexandria Ocasio-Cortez",
            "person Abdel Fattah al-Sisi", "person Alexandria Ocasio-Cortez",
        ])
    #expect(
        try names("Joe Biden and Kamala Harris won; the Biden-Harris Administration began.").suffix(2) == [
            "person Joe Biden", "person Kamala Harris",
        ])
}

@Test func titlesMakePeople() throws {
    #expect(
        try names("Texas Governor Zyx Wvutsrq and spokeswoman Abc Defghi met Sen. Quarrington.") == [
            "place Texas", "person Zyx Wvutsrq", "person Abc Defghi", "person Quarrington",
        ])
    let text = "The President, the Prime Minister and the General Provisions are here."
    #expect(try names(text).allSatisfy { $0.hasPrefix("organization ") || $0.hasPrefix("misc ") })
    #expect(try namesByRules(text).isEmpty)
}

@Test func speechMakesPeople() throws {
    #expect(try namesByRules("In the rain Zyx Wvutsrq went home.").isEmpty)
    #expect(
        try names("It is over, Zyx Wvutsrq said, and Wvutsrq went home.") == [
            "person Zyx Wvutsrq", "person Zyx Wvutsrq",
        ])
}

@Test func ordinaryWordsAreNobody() throws {
    let text = "He said so. They told Monday’s meeting. However, Officials Said So. The Plan Works. Will they? May he?"
    #expect(try namesByRules(text).isEmpty)
    #expect(try names(text).allSatisfy { !$0.hasPrefix("person ") && !$0.hasPrefix("place ") })
    #expect(try names("Police said that two men left. Hope Remains.").isEmpty)
}

@Test func headlinesAndCapitals() throws {
    #expect(
        try names("STATEMENT BY PRESIDENT DONALD J. TRUMP ON ISRAEL AND IT") == ["person Donald Trump", "place Israel"])
    #expect(try names("MS. PSAKI: Thank you.\n\nJen Psaki left.") == ["person Jen Psaki", "person Jen Psaki"])
    #expect(try names("MR. QUARRINGTON: Thank you.") == ["person Quarrington"])
}
