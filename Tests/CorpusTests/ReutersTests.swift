import Corpus
import Testing

/// The form of the Reuters-21578 collection, with text of our own.
struct ReutersTests {
    @Test func articlesInOneFile() {
        let file = """
            <!DOCTYPE lewis SYSTEM "lewis.dtd">
            <REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="5544" NEWID="1">
            <DATE>26-FEB-1987 15:01:01.79</DATE>
            <TOPICS><D>cocoa</D><D>grain</D></TOPICS>
            <PLACES><D>el-salvador</D><D>usa</D></PLACES>
            <PEOPLE><D>lyng</D></PEOPLE>
            <ORGS><D>opec</D></ORGS>
            <EXCHANGES><D>nyse</D></EXCHANGES>
            <COMPANIES></COMPANIES>
            <UNKNOWN>
            &#5;&#5;&#5;C T
            &#22;&#22;&#1;f0704&#31;reute</UNKNOWN>
            <TEXT>&#2;
            <TITLE>HARVEST &lt;HVT.O> RAISED</TITLE>
            <DATELINE>    SALVADOR, Feb 26 - </DATELINE><BODY>Rain came early
            to the coast, growers said.
                It eased a drought of "weeks" &amp; more.
             Reuter
            &#3;</BODY></TEXT>
            </REUTERS>
            <REUTERS TOPICS="NO" NEWID="2"><DATE> 2-MAR-1987 09:00:00.00</DATE><TEXT TYPE="BRIEF">&#2;
            <TITLE>******BANK RAISES RATE
            </TITLE>Blah blah blah.
            &#3;</TEXT></REUTERS>
            <REUTERS NEWID="3"><DATE>1-JUN-1987</DATE><TEXT TYPE="UNPROC">&#2;
            As it came,
            over the wire.
            &#3;</TEXT></REUTERS>
            <REUTERS NEWID="4"><TEXT></TEXT></REUTERS>
            """
        #expect(
            markup(file, .sgml) == [
                """
                id: reuters-1
                title: HARVEST <HVT.O> RAISED
                date: 1987-02-26
                dateline: SALVADOR, Feb 26
                source: Reuters
                tags: cocoa | grain | nyse
                entities: place El Salvador | place USA | person Lyng | organization OPEC

                SALVADOR, Feb 26 - Rain came early
                to the coast, growers said.

                It eased a drought of "weeks" & more.
                """,
                """
                id: reuters-2
                title: ******BANK RAISES RATE
                date: 1987-03-02
                source: Reuters

                ******BANK RAISES RATE
                """,
                """
                id: reuters-3
                date: 1987-06-01
                source: Reuters

                As it came,
                over the wire.
                """,
                "empty: line 29: the article has no text",
            ])
    }

    /// The bytes of one file of the collection are in no encoding.
    @Test func oldBytesAreRead() {
        let bytes =
            Array("<REUTERS NEWID='7'><TEXT><BODY>F".utf8) + [0xFC] + Array("r alle</BODY></TEXT></REUTERS>".utf8)
        #expect(printed(bytes, .sgml) == "id: reuters-7\nsource: Reuters\n\nFür alle")
    }

    /// Fields that are nothing but signs are none, so that an export reads as the same article.
    @Test func oddFieldsExportAsTheyAre() throws {
        let text = """
            <REUTERS NEWID="8"><PLACES><D>a -</D><D>-</D></PLACES><TEXT><DATELINE> - </DATELINE><AUTHOR>by , x</AUTHOR>
            <TITLE> </TITLE><BODY>One.</BODY></TEXT></REUTERS>
            """
        let article = try #require(
            try ArticleReader.articles(from: Array(text.utf8), format: .sgml, name: nil).first
        ).get()
        #expect(article.authors == [] && article.dateline == nil && article.title == nil)
        #expect(article.entities.map(\.name) == ["A", "-"])
        #expect(try ArticleReader.article(from: article.jsonLine, format: .ndjson, name: nil) == article)
    }
}
