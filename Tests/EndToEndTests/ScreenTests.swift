import TestSupport
import Testing

/// A list of names, looked up.
@Suite struct ScreenTests {
    @Test func aListComesBackInOrder() async throws {
        try await Installation.withSeeds { installation in
            let names = "Aliyev, Ilham\n\nILHAM ALIYEV\r\nIlham Aliev\nWitkoff\nXyzzy Plugh\n"
            let run = try await installation.dateline("screen", "--format", "tsv", "-", input: names)
            let rows = run.output.split(separator: "\n").map {
                $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            }
            #expect(run.status == 0 && run.diagnostics == "" && rows.allSatisfy { $0.count == 8 })
            #expect(rows.map { $0[0] } == ["Aliyev, Ilham", "ILHAM ALIYEV", "Ilham Aliev", "Witkoff", "Xyzzy Plugh"])
            #expect(rows.map { $0[1] } == ["exact", "exact", "near", "part", "none"])
            #expect(rows.map { $0[2] } == ["", "", "1", "", ""])
            #expect(rows.prefix(3).allSatisfy { $0[6] == "person=Ilham Aliyev" && $0[3...] == rows[0][3...] })
            let count = try await installation.dateline("count", "--where", "person=Ilham Aliyev").output
            #expect(rows[0][3] + "\n" == count)
            // From a file, more than go into one request.
            let many = (0..<250).map { "Nobody \($0) Atall\n" }.joined() + "Ilham Aliyev\n"
            let file = try installation.write(many, to: "names.txt")
            let long = try await installation.dateline("screen", "--format", "ndjson", file)
            #expect(long.status == 0 && long.output.split(separator: "\n").count == 251)
            #expect(long.output.split(separator: "\n").last?.contains(#""found":"exact""#) == true)
            #expect(try await installation.dateline("screen", "-", input: "Xyzzy Plugh\n").status == 1)
            #expect(try await installation.dateline("screen", installation.folder + "/absent").status == 2)
        }
    }

    @Test func formatsStayAsTheyAre() async throws {
        try await Installation.withSeeds { installation in
            let names = "Aliyev, Ilham\nIlham Aliev\nXyzzy Plugh\n"
            var text = ""
            for format in ["text", "tsv", "ndjson"] {
                text += "$ dateline screen --format \(format) names.txt\n"
                text += try await installation.dateline("screen", "--format", format, "-", input: names).output
            }
            let queries = "one\taccords\nbaku\nbad\t(\n"
            for arguments in [
                ["count", "--batch"], ["count", "--batch", "--format", "ndjson"],
                ["search", "--batch", "-n", "1", "--format", "tsv"], ["search", "--batch", "-n", "1"],
            ] {
                text += "$ dateline \(arguments.joined(separator: " ")) < queries.txt\n"
                let output = try await installation.dateline(arguments, input: Array(queries.utf8)).output
                text += Golden.masked(output).replacing(#/\t[0-9]+\.[0-9]+\t/#, with: "\t0\t")
            }
            try Golden.expect(text, is: "screen.txt")
        }
    }
}
