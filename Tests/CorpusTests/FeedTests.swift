import Corpus
import Testing

struct FeedTests {
    @Test func rss() {
        let feed = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel>
            <title>Harbour &amp; Coast</title><link>https://coast.example/</link><language>en-gb</language>
            <image><title>Logo</title><url>https://coast.example/l.png</url></image>
            <item>
              <title>Ports &amp;amp; piers</title>
              <link>https://coast.example/2025/08/ports</link>
              <guid isPermaLink="false">coast-17</guid>
              <pubDate>Sat, 02 Aug 2025 10:00:00 GMT</pubDate>
              <dc:creator><![CDATA[Ann Lee]]></dc:creator>
              <category>harbour</category><category><![CDATA[trade & tide]]></category>
              <media:title>A crane</media:title>
              <description>Short.</description>
              <content:encoded><![CDATA[<p>The port of <b>Lisbon</b> reopened.</p><script>x()</script><p>It&#8217;s busy.</p>]]></content:encoded>
            </item>
            <item>
              <link>https://coast.example/2025/08/03/tide</link>
              <author>bo@coast.example (Bo Li)</author>
              <description>High tide &lt;i&gt;tomorrow&lt;/i&gt;, 3 &amp;lt; 4 m.</description>
            </item>
            <item><title>Nothing said</title><guid>empty</guid></item>
            </channel></rss>
            """
        #expect(
            markup(feed) == [
                """
                id: coast-17
                title: Ports & piers
                date: 2025-08-02
                source: Harbour & Coast
                url: https://coast.example/2025/08/ports
                language: en-gb
                authors: Ann Lee
                tags: harbour | trade & tide

                The port of Lisbon reopened.

                It’s busy.
                """,
                """
                id: https://coast.example/2025/08/03/tide
                date: 2025-08-03
                source: Harbour & Coast
                url: https://coast.example/2025/08/03/tide
                language: en-gb
                authors: Bo Li

                High tide tomorrow, 3 < 4 m.
                """,
                "empty: line 23: the article has no text",
            ])
    }

    @Test func atom() {
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title type="html">Le &lt;b&gt;Port&lt;/b&gt;</title>
            <author><name>Desk</name></author><id>urn:feed</id><updated>2025-08-04T00:00:00Z</updated>
            <entry><id>urn:uuid:1</id><title>Un</title><link rel="self" href="https://p.example/1.atom"/>
            <link href="https://p.example/1"/><published>2025-08-02T23:30:00-08:00</published>
            <updated>2025-08-03T10:00:00Z</updated><category term="mer"/>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le port.</p><ul><li>a</li><li>b</li></ul></div></content>
            <summary>Bref.</summary></entry>
            <entry xml:lang="en"><id>urn:uuid:2</id><title>Two</title><author><name>Ann Lee</name><uri>x</uri></author>
            <updated>2025-08-03T10:00:00Z</updated><content/><summary type="text">One &lt;b&gt; two.</summary></entry>
            </feed>
            """
        #expect(
            markup(feed) == [
                """
                id: urn:uuid:1
                title: Un
                date: 2025-08-02
                source: Le Port
                url: https://p.example/1
                language: fr
                authors: Desk
                tags: mer

                Le port.

                a

                b
                """,
                """
                id: urn:uuid:2
                title: Two
                date: 2025-08-03
                source: Le Port
                language: en
                authors: Ann Lee

                One <b> two.
                """,
            ])
        #expect(markup("<feed><title>None yet</title></feed>") == [])
    }

    @Test func entitiesAreNotExpandedAndDepthIsBounded() {
        let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let bomb = """
            <!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">\(laughs)]>
            <rss><item><guid>1</guid><description>&l9; &file; &amp; done</description></item></rss>
            """
        #expect(markup(bomb) == ["id: 1\n\n&l9; &file; & done"])
        let deep = String(repeating: "<d>", count: 100_000)
        #expect(markup("<rss><item><guid>1</guid><description>\(deep)end").first == "id: 1\n\nend")
    }

    @Test func whatIsNoFeedSaysWhatIsRead() {
        #expect(
            markup("<urlset><url>x</url></urlset>") == [
                "invalid_xml: no articles are known in files of <urlset>: "
                    + "what is read is RSS, Atom, NITF, NewsML-G2, Reuters SGML and XHTML"
            ])
        #expect(markup("no tags < here").first?.hasPrefix("invalid_xml: ") == true)
        #expect(
            markup("<?xml version=\"1.0\"?><html><head><title>T</title></head><body><p>One.</p></body></html>") == [
                "id: n\ntitle: T\n\nOne."
            ])
    }

    @Test func encodingsThatCannotBeReadAreNamed() {
        let start = Array("<?xml version=\"1.0\" encoding=\"".utf8)
        let rest = Array("\"?><rss><item><guid>1</guid><description>Caf".utf8) + [0xE9]
        #expect(printed(start + Array("ISO-8859-1".utf8) + rest, .xml) == "id: 1\n\nCafé")
        #expect(
            printed(start + Array("koi8-r".utf8) + rest, .xml)
                == "invalid_utf8: the file is in the encoding koi8-r: convert the file, for example with iconv -t UTF-8"
        )
    }
}
