import Entities
import Testing

@Test func mentionsPrint() throws {
    let text = "Steve Witkoff traveled to Baku; Witkoff’s aide stayed in the U.S."
    #expect(
        try mentions(text).map(\.description) == [
            #"person "Steve Witkoff" [0,13)"#,
            #"place "Baku" [26,30)"#,
            #"person "Steve Witkoff" [32,39)"#,
            #"place "United States" [63,67)"#,
        ])
}

@Test func typesHaveNames() {
    #expect(EntityType.allCases.map(\.name) == ["person", "place", "organization", "misc"])
    for type in EntityType.allCases { #expect(EntityType(name: type.name) == type) }
    #expect(EntityType(name: "Person") == nil)
}
