import Testing
import TextAnalysis

struct LanguageDetectorTests {
    private static func language(_ text: String) -> Language? {
        LanguageDetector.language(of: Tokenizer.tokens(in: text), in: text.utf8.span)
    }

    private static let french = """
        Le gouvernement a présenté mardi son projet de budget, dans lequel les dépenses de santé augmentent plus que prévu. Les \
        syndicats, qui avaient appelé à la grève, ne sont pas satisfaits et le disent.
        """
    private static let english = """
        The government presented its draft of the budget on Tuesday, in which what is spent on health will grow more than had \
        been expected. The unions, who had called a strike, are not satisfied and say so.
        """

    @Test(arguments: [
        (english, Language.english),
        (french, .french),
        (
            """
            Die Regierung hat am Dienstag den Entwurf für den Haushalt vorgelegt, in dem die Ausgaben für die Gesundheit mehr \
            steigen als erwartet. Die Gewerkschaften sind damit nicht zufrieden und sagen es auch.
            """, .german
        ),
        (
            """
            El gobierno presentó el martes su proyecto de presupuesto, en el que los gastos de salud crecen más de lo que se \
            esperaba. Los sindicatos, que habían llamado a la huelga, no están contentos y lo dicen.
            """, .spanish
        ),
        (
            """
            O governo apresentou na terça-feira a sua proposta de orçamento, em que os gastos com a saúde crescem mais do que se \
            esperava. Os sindicatos, que tinham convocado uma greve, não estão satisfeitos.
            """, .portuguese
        ),
        (
            """
            Il governo ha presentato martedì il suo progetto di bilancio, nel quale le spese per la sanità crescono più di quanto \
            si pensava. I sindacati, che avevano indetto uno sciopero, non sono contenti e lo dicono.
            """, .italian
        ),
        (
            """
            De regering heeft dinsdag het ontwerp van de begroting gepresenteerd, waarin de uitgaven voor de zorg meer stijgen \
            dan werd verwacht. De vakbonden zijn daar niet tevreden mee en dat zeggen ze ook.
            """, .dutch
        ),
        (
            """
            Regeringen lade på tisdagen fram sitt förslag till budget, där utgifterna för vård ökar mer än vad man hade väntat \
            sig. Facken, som hade kallat till strejk, är inte nöjda och det säger de också.
            """, .swedish
        ),
        (
            """
            Regeringen fremlagde tirsdag sit forslag til finanslov, hvor udgifterne til sundhed stiger mere end ventet. \
            Fagforeningerne, som havde varslet strejke, er ikke tilfredse, og det siger de også nu.
            """, .danish
        ),
        (
            """
            Regjeringen la tirsdag frem sitt forslag til budsjett, hvor utgiftene til helse øker mer enn ventet. \
            Fagforeningene, som hadde varslet streik, er ikke fornøyd, og det sier de også nå etter møtet.
            """, .norwegian
        ),
        (
            """
            Правительство представило во вторник проект бюджета, в котором расходы на здравоохранение растут больше, чем \
            ожидалось. Профсоюзы, которые призвали к забастовке, этим не довольны, и они так и говорят, что это мало.
            """, .russian
        ),
        (
            """
            Уряд представив у вівторок проєкт бюджету, в якому видатки на охорону здоров'я зростають більше, ніж очікували. \
            Профспілки, які закликали до страйку, цим не задоволені, і вони про це кажуть, але що далі, не знають.
            """, .other
        ),
        (
            """
            Rząd przedstawił we wtorek projekt budżetu, w którym wydatki na zdrowie rosną bardziej, niż się spodziewano. \
            Związki, które wezwały do strajku, nie są z tego zadowolone i o tym mówią, ale to jest jeszcze nie koniec.
            """, .other
        ),
    ])
    func tells(_ text: String, _ expected: Language) {
        #expect(Self.language(text) == expected)
    }

    @Test(arguments: [
        "", "The end of the war.", "Le président de la République.", french + " " + english, english + french,
        "海峡をめぐる協議を来週ジュネーブで再開することで一致した。",
        String(
            repeating: "Juan Pérez, María de la Cruz, José García, Ana López, Luis Hernández, Carmen Ruiz; ", count: 4),
        String(repeating: "1,234 56.7 89 ", count: 40),
    ])
    func doesNotTell(_ text: String) {
        #expect(Self.language(text) == nil)
    }

    @Test func aQuotationDoesNotMislead() {
        let text = String(repeating: Self.english + " ", count: 4) + "« Nous ne sommes pas d'accord avec le ministre »."
        #expect(Self.language(text) == .english)
    }

    @Test(arguments: [
        ("fr", Language.french), ("FR-ca", .french), ("fr_FR", .french), ("fra", .french), ("French", .french),
        ("Français", .french),
        ("en-GB", .english), ("eng", .english), ("nb", .norwegian), ("Deutsch", .german), ("русский", .russian),
        ("ja", .other), ("Polish", .other), ("Bahasa Indonesia", .indonesian),
    ])
    func names(_ name: String, _ expected: Language) {
        #expect(Language(named: name) == expected)
    }

    @Test(arguments: ["", " ", "und", "mul", "Unknown", "-"]) func namesOfNone(_ name: String) {
        #expect(Language(named: name) == nil)
    }
}
