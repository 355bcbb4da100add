import Testing

@Test func knownOrganizationsAndMisc() throws {
    #expect(
        try names("Reuters and the AP reported on the Abraham Accords and the Nobel Peace Prize.") == [
            "organization Reuters", "organization Associated Press", "misc Abraham Accords", "misc Nobel Peace Prize",
        ])
}

@Test func unknownOrganizations() throws {
    #expect(
        try names("The Azerbaijani Ministry of Foreign Affairs sued Wvutsrq Holdings and Baku State University.") == [
            "organization Azerbaijani Ministry of Foreign Affairs", "organization Wvutsrq Holdings",
            "organization Baku State University",
        ])
    #expect(
        try names("The Department of Fish and Wildlife Management and President Trump agreed.") == [
            "organization Department of Fish and Wildlife Management", "person Donald Trump",
        ])
    let text = "The Council met. The Central Bank and a Public School agreed."
    #expect(try names(text).allSatisfy { $0.hasPrefix("organization ") })
    #expect(try namesByRules(text).isEmpty)
}

@Test func acronymsDefinedInTheText() throws {
    #expect(
        try names("The Department of Goat Efficiency (DOGE) met. Later DOGE left.") == [
            "organization Department of Goat Efficiency", "organization Department of Goat Efficiency",
            "organization Department of Goat Efficiency",
        ])
    #expect(try namesByRules("Later DOGX left.").isEmpty)
    #expect(try namesByRules("It gave them Temporary Protected Status (TPS), and TPS ended.").isEmpty)
}

@Test func ampersandsAndPossessivesInNames() throws {
    #expect(
        try names("Johnson & Johnson, AT&T and McDonald’s rose.") == [
            "organization Johnson & Johnson", "organization AT&T", "organization McDonald's",
        ])
    #expect(try names("Mr. McDonald rose.") == ["person McDonald"])
}

@Test func lawsOfANationAreNotTheNation() throws {
    let text = "Congress passed the American Heart Plan."
    #expect(try namesByRules(text) == ["organization Congress"])
    #expect(try !names(text).contains("place United States"))
}
