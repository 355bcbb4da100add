import Testing

@testable import DatelineServer

@Suite struct HeaderParametersTests {
    @Test(arguments: [
        (#"form-data; name="file"; filename="a.txt""#, "a.txt"),
        (#"form-data; filename=a.txt; name=file"#, "a.txt"),
        (#"form-data;filename="a.txt""#, "a.txt"),
        (#"form-data; FileName="a.txt""#, "a.txt"),
        (#"form-data; name="x; filename=y"; filename="a;b=c.txt""#, "a;b=c.txt"),
        (#"form-data; filename="say %22hi%22%0D%0A.txt""#, "say \"hi\"\r\n.txt"),
        (#"form-data; filename="say \"hi\".txt""#, #"say "hi".txt"#),
        (#"form-data; filename="100%25.txt""#, "100%25.txt"),
        (#"form-data; filename="C:\dir\a.txt""#, #"C:\dir\a.txt"#),
        (#"form-data; filename="two\\of.txt""#, #"two\\of.txt"#),
        (#"form-data; filename="ends\""#, #"ends\"#),
        (#"form-data; filename="Größe 東京.txt""#, "Größe 東京.txt"),
        ("form-data; filename=\"\u{301}.txt\"", "\u{301}.txt"),
        (#"form-data; filename="""#, ""),
        (#"form-data; filename="open"#, "open"),
    ])
    func fileName(_ header: String, _ expected: String) {
        let found = HeaderParameters.value("filename", in: header)
        // Scalar by scalar, since equal strings may be composed differently.
        #expect(found.map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
    }

    @Test(arguments: ["", "form-data", ";", ";;;", "form-data; name", "form-data; name=file", "filename=a.txt"])
    func none(_ header: String) {
        #expect(HeaderParameters.value("filename", in: header) == nil)
    }

    @Test func boundary() {
        #expect(HeaderParameters.value("boundary", in: "multipart/form-data; boundary=----abc") == "----abc")
        #expect(HeaderParameters.value("boundary", in: #"multipart/form-data; boundary="a b"; charset=utf-8"#) == "a b")
    }
}
