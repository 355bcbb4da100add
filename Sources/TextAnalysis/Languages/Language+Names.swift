extension Language {
    /// The language that people call `name`: a tag such as `fr`, `fr-CA` or `fra`, or the language's name in English or in
    /// itself. A name that is none of these is that of some `other` language.
    ///
    /// - Returns: nil for a name that says there is none, or that it is not known: `und`, `mul`, an empty text.
    package init?(named name: String) {
        let key = Folding.folded(name)
        let primary = String(key.prefix { !"-_ ".contains($0) })
        if primary.isEmpty || Self.unknown.contains(primary) { return nil }
        self = Self.names[primary] ?? .other
    }

    private static let unknown: Set<String> = ["und", "mul", "mis", "zxx", "unknown"]

    private static let names: [String: Language] = {
        var names: [String: Language] = [:]
        for language in allCases where language != .other {
            let others = others[language, default: ""].split(separator: " ").map(String.init)
            for name in [language.code, "\(language)"] + others { names[Folding.folded(name)] = language }
        }
        return names
    }()

    /// Codes of three letters, and names in the languages themselves.
    private static let others: [Language: String] = [
        .arabic: "ara العربية", .armenian: "hye arm հայերեն", .basque: "eus baq euskara", .catalan: "cat català",
        .danish: "dan dansk", .dutch: "nld dut nederlands flemish", .english: "eng", .finnish: "fin suomi",
        .french: "fra fre français", .german: "deu ger deutsch", .hungarian: "hun magyar",
        .indonesian: "ind bahasa", .irish: "gle gaeilge", .italian: "ita italiano", .lithuanian: "lit lietuvių",
        .nepali: "nep नेपाली", .norwegian: "nor nb nob nn nno norsk bokmål nynorsk", .portuguese: "por português",
        .romanian: "ron rum română mo", .russian: "rus русский", .spanish: "spa español castellano castilian",
        .swedish: "swe svenska", .tamil: "tam தமிழ்", .turkish: "tur türkçe",
    ]
}
