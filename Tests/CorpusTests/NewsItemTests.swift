import Corpus
import Testing

/// NITF and NewsML-G2, in the form of the samples that the IPTC publishes, with text of our own.
struct NewsItemTests {
    private let nitf = """
        <nitf><head><title>Tide tables</title><meta name="x" content="y"/>
        <tobject tobject.type="News"><tobject.subject tobject.subject.refnum="06" tobject.subject.type="Environment"/></tobject>
        <docdata><doc-id id-string="coast.1998.0042"/><date.issue norm="19981114T113000Z"/>
        <key-list><keyword key="tide"/></key-list>
        <identified-content><location>Setúbal</location></identified-content></docdata>
        <pubdata name="The Coast" position.section="Sea" ex-ref="https://coast.example/a"/></head>
        <body><body.head><hedline><hl1>Tides <em>rise</em></hl1><hl2>More</hl2></hedline>
        <byline>By <person>Ann Lee</person><byttl>Sea editor</byttl></byline><distributor>Desk</distributor>
        <dateline><location>LISBON</location>, <story.date norm="19981114">Nov 14</story.date></dateline>
        <abstract><p>Short.</p></abstract></body.head>
        <body.content><media media-type="image"><media-caption>A crane.</media-caption></media>
        <block><p>The <org>Port Authority</org> of <location>Lisbon</location> said so.</p><p>So did
        <person>Bo Li</person>.</p></block><table><tr><td>High</td><td>3 m</td></tr></table></body.content>
        <body.end><tagline>End</tagline></body.end></body></nitf>
        """

    @Test func nitfDocuments() {
        let expected = """
            id: coast.1998.0042
            title: Tides rise
            date: 1998-11-14
            dateline: LISBON, Nov 14
            source: The Coast
            url: https://coast.example/a
            section: Sea
            authors: Ann Lee
            tags: tide | Environment
            entities: place Setúbal | person Bo Li | organization Port Authority | place Lisbon

            LISBON, Nov 14 - The Port Authority of Lisbon said so.

            So did Bo Li.

            High 3 m
            """
        #expect(markup("<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"nitf.dtd\">" + nitf) == [expected])
        #expect(ArticleFormat(contentType: "application/nitf+xml") == .xml)
    }

    private func item(_ guid: String, meta: String = "", content: String) -> String {
        """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="\(guid)" version="3" xml:lang="en-GB">
        <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:COAST"><name>The Coast</name></provider>
        <versionCreated>2025-08-03T11:00:00+01:00</versionCreated>\(meta)</itemMeta>
        <contentMeta><contentCreated>2025-08-02T09:00:00+01:00</contentCreated><by>By Ann Lee and Bo Li</by>
        <dateline>LISBON (Desk)</dateline><language tag="pt"/>
        <subject type="cpnat:person" qcode="p:1"><name xml:lang="pt">Cais</name><name xml:lang="en">Cy Roe</name></subject>
        <subject type="cpnat:geoArea" literal="Lisbon"/><subject type="cpnat:abstract" qcode="medtop:20000002"><name>tides</name></subject>
        <headline>Tides rise</headline></contentMeta>
        <contentSet>\(content)</contentSet></newsItem>
        """
    }

    private func printed(_ id: String, _ text: String) -> String {
        """
        id: \(id)
        title: Tides rise
        date: 2025-08-02
        dateline: LISBON (Desk)
        source: The Coast
        language: pt
        authors: Ann Lee | Bo Li
        tags: tides
        entities: person Cy Roe | place Lisbon

        LISBON (Desk) - \(text)
        """
    }

    @Test func itemsWithXHTML() {
        let html = """
            <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>
            <body><h1>Up</h1><p>One &amp; two.</p></body></html></inlineXML>
            """
        #expect(
            markup(item("tag:coast.example,2025:1", content: html)) == [
                printed("tag:coast.example,2025:1", "Up\n\nOne & two.")
            ])
    }

    @Test func messagesWithSeveralItems() {
        let message = """
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2025-08-03T11:00:00Z</sent></header><itemSet>
            \(item("urn:1", content: "<inlineData contenttype=\"text/plain\">One.\n\nTwo.</inlineData>"))
            \(item("urn:2", meta: "<pubStatus qcode=\"stat:canceled\"/>", content: "<inlineData>One.</inlineData>"))
            <packageItem guid="urn:p"><itemRef residref="urn:1"><title>x</title></itemRef></packageItem>
            \(item("urn:3", content: "<remoteContent href=\"x.jpg\"/>"))
            </itemSet></newsMessage>
            """
        let found = markup(message)
        try? #require(found.count == 3)
        #expect(found[0] == printed("urn:1", "One.\n\nTwo."))
        #expect(
            found[1]
                == "cancelled: line 13: the item was cancelled by its provider: delete the article if it is in the index"
        )
        #expect(found[2] == "empty: line 23: the article has no text")
    }

    @Test func itemsWithNITF() {
        let found = markup(item("urn:4", content: "<inlineXML>\(nitf)</inlineXML>"))
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("id: urn:4\ntitle: Tides rise\ndate: 2025-08-02\n"))
        #expect(found[0].contains("\nsource: The Coast\nurl: https://coast.example/a\nsection: Sea\nlanguage: pt\n"))
        #expect(
            found[0].hasSuffix("\n\nLISBON (Desk) - The Port Authority of Lisbon said so.\n\nSo did Bo Li.\n\nHigh 3 m")
        )
    }
}
