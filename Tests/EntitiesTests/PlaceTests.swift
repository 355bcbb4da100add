import Testing

@Test func demonymsMentionTheirPlace() throws {
    let text = "Azerbaijani officials met Israelis, a Frenchman and two New Yorkers."
    #expect(try names(text) == ["place Azerbaijan", "place Israel", "place France", "place New York"])
}

@Test func smallLettersAreNoNames() throws {
    #expect(try names("they gave us turkey, and who knows whether it was china").isEmpty)
    #expect(try names("Turkey is dear this year, and a turkey from Turkey dearer.") == ["place Turkey"])
}

@Test func acronymsNeedTheirCapitals() throws {
    #expect(
        try names("Who said that? It did. The WHO told the UK and the US.").suffix(3) == [
            "organization World Health Organization", "place United Kingdom", "place United States",
        ])
}

@Test func datelines() throws {
    #expect(try names("WASHINGTON: The talks went on.") == ["place Washington"])
    #expect(try names("QAQORTOQ, Feb 26 - The talks went on.") == ["place Qaqortoq"])
    #expect(try names("QAQORTOQ (Reuters) - The talks went on.") == ["place Qaqortoq", "organization Reuters"])
    #expect(try names("UPDATE: The talks went on.").isEmpty)
}

@Test func unknownPlaces() throws {
    #expect(try names("They live in Quibbleton, Ohio.") == ["place Quibbleton", "place Ohio"])
    #expect(
        try names("The Zarafshan River rises near Lake Iskanderkul.") == [
            "place Zarafshan River", "place Lake Iskanderkul",
        ])
    #expect(try namesByRules("They live in Quibbleton.").isEmpty)
    #expect(try names("The shop on Main Street closed.").isEmpty)
}

@Test func placesInsideNamesOfOthers() throws {
    #expect(
        try names("The book by Jordan Peterson sold well in Jordan.") == ["person Jordan Peterson", "place Jordan"])
    #expect(
        try names("The Bank of Israel and Bank of Kazakhstan agreed.") == [
            "organization Bank of Israel", "organization Bank of Kazakhstan",
        ])
    #expect(try names("African Americans and Native Americans voted.").isEmpty)
}

@Test func placesThatAreSurnamesNeedCompany() throws {
    #expect(try names("They met in Lincoln, Nebraska.") == ["place Lincoln", "place Nebraska"])
    #expect(try !names("It was a speech that President Lincoln gave.").contains("place Lincoln"))
}

@Test func hyphensAndPossessives() throws {
    #expect(
        try names("Azerbaijan’s Saudi-led talks on Israel-Gaza") == [
            "place Azerbaijan", "place Saudi Arabia", "place Israel", "place Gaza",
        ])
    #expect(try names("trade with the People’s Republic of China") == ["place China"])
    #expect(
        try names("She flew to Washington, D.C., from St. Louis.") == ["place Washington, D.C.", "place St. Louis"])
}

@Test func titlesBeforePlaces() throws {
    #expect(try names("Attorney General California and Senator Lincoln") == ["place California", "person Lincoln"])
}
