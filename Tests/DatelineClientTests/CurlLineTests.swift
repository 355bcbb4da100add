import DatelineAPI
import NIOCore
import Testing

@testable import DatelineClient

@Suite struct CurlLineTests {
    @Test func wordsAreQuotedForAShell() {
        #expect(
            CurlLine(HTTPRequest(.get, "/v1/search?q=a%20b&limit=1")).text(socket: "/run/my socket")
                == "curl -sS --unix-socket '/run/my socket' 'http://localhost/v1/search?q=a%20b&limit=1'")
        let body = ByteBuffer(string: #"{"name":"person=O'Neil"}"#)
        #expect(
            CurlLine(HTTPRequest(.post, "/v1/x", contentType: "application/json", body: body)).text(socket: "/s")
                == "curl -sS --unix-socket /s -X POST -H 'Content-Type: application/json' --data-binary "
                + #"'{"name":"person=O'\''Neil"}' http://localhost/v1/x"#)
        #expect(CurlLine.quoted("") == "''")
        #expect(CurlLine.quoted("~a") == "'~a'")
    }
}
