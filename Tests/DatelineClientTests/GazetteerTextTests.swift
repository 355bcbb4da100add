import DatelineAPI
import DatelineClient
import Testing

@Suite struct GazetteerTextTests {
    private let detail = GazetteerDetail(name: "mine", rows: 12, bytes: 400)

    @Test func imported() {
        var reply = GazetteerReply(
            index: Samples.index, tookMs: 1, gazetteer: detail, format: "tsv", leftOut: 0, replaced: false)
        #expect(
            GazetteerText.imported(reply)
                == "imported mine: 12 rows; articles indexed from now on are recognized with it\n")
        (reply.leftOut, reply.replaced) = (7, true)
        #expect(GazetteerText.imported(reply).hasPrefix("replaced mine: 12 rows, 7 left out; "))
    }

    @Test func lists() {
        let broken = GazetteerDetail(name: "x", rows: 1, bytes: 9, problem: "x:1: bad\u{1b}")
        let reply = GazetteersReply(index: Samples.index, tookMs: 1, gazetteers: [detail, broken])
        #expect(GazetteerText.list(reply) == "mine  12 rows\nx     1 row; not used: x:1: bad\u{FFFD}\n")
        #expect(GazetteerText.tabSeparated(reply) == "mine\t12\t400\t\nx\t1\t9\tx:1: bad\u{1b}\n")
    }
}
