/// Words of English news whose dot does not end a sentence.
enum Abbreviations {
    /// Those that a name always follows.
    static let titles = words(
        """
        Mr Mrs Ms Messrs Dr Prof Rev Fr Hon Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cmdr Cpl Sgt Pvt Adm Pres
        Supt Amb Det Insp Mt Ft Mx Mme Mlle
        """)

    /// Those that may also end a sentence.
    static let others = words(
        """
        St Jr Sr Inc Corp Co Cos Ltd Bros Assn Dept Univ Ave Blvd Rd vs v etc cf approx est al Jan Feb Mar Apr Jun
        Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill
        Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo
        """)

    /// Words that begin a sentence far more often than they follow an abbreviation.
    static let openers = words(
        """
        The A An He She It They We I You But And Or In On At This That These Those His Her Its Their Our My For If
        As When While After Before Although Though However Meanwhile There What Who Why How Where Some Many Most
        More No Not So Yet Since With Without By From To Under During Until Now Then Also Both Even Only Such Here
        Other Others Another Each According Earlier Last
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
