import Testing

@testable import QueryLanguage

/// What stays of a query without its stop words.
@Test(arguments: [
    ("the ports of Chile", "ports Chile"),
    ("the of and", "the of and"),
    ("US trade with the WHO", "US trade WHO"),
    ("THE PORTS OF CHILE", "PORTS CHILE"),
    ("the \"state of the union\"", "\"state of the union\""),
    ("+the ports", "+the ports"),
    ("the person:Ada", "the person:Ada"),
    ("the AND ports", "the AND ports"),
    ("ports (of the) Chile", "ports Chile"),
    ("who", "who"),
    ("The -ports of", "The -ports of"),
    ("the harb* of Chile", "harb* Chile"),
])
func withoutStopWords(_ query: String, _ kept: String) throws {
    let stopWords: Set<String> = ["the", "of", "and", "with", "us", "who"]
    let parser = QueryParser(fields: ["person": .entity])
    let sought = try parser.parse(query).withoutStopWords(stopWords.contains)
    #expect(try sought == parser.parse(kept))
}
