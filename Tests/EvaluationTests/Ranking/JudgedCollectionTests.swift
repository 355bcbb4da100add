import Evaluation
import Foundation
import TestSupport
import Testing

/// Queries and judgments of a folder, and what is said about files that cannot be read.
@Suite struct JudgedCollectionTests {
    @Test func queriesComeWithTheirGrades() throws {
        try TestSupport.withTemporaryFolder { folder in
            try SampleCollection.write(
                queries: "\u{FEFF}1\tmoon landing\r\n\n2\tpeace\ttalks \u{2028} now\n3\tnothing\n4\tnever judged\n",
                judgments: "1 0 a 2\n1\t0\tb\t-1\n1 0 c  1\r\n2 Q0 a 1\n3 0 a 0\n9 0 a 1\n1 0 c 3\n", to: folder)
            let queries = try JudgedCollection(folder: folder).queries
            #expect(queries.map(\.id) == ["1", "2"])
            #expect(queries.map(\.text) == ["moon landing", "peace\ttalks \u{2028} now"])
            #expect(queries[0].grades == ["a": 2, "b": -1, "c": 3])
        }
    }

    @Test(arguments: [
        ("1 no tab\n", "1 0 a 1\n", "queries.tsv:1: "), ("1\ta\n\ttext\n", "1 0 a 1\n", "queries.tsv:2: "),
        ("1\ta\n2\tb\n1\tc\n", "1 0 a 1\n", "queries.tsv:3: the query '1' stands on line 1 already"),
        ("1\ta\n", "1 0 a 1\n1 0 a\n", "qrels.txt:2: "), ("1\ta\n", "1 0 a 1\n\n1 0 b good\n", "qrels.txt:3: "),
        ("1\ta\n", "1 0 a 0\n", ": no query has a relevant article"),
        ("1\ta\n", "", ": no query has a relevant article"),
    ])
    func anErrorNamesFileAndLine(_ queries: String, _ judgments: String, _ message: String) throws {
        try TestSupport.withTemporaryFolder { folder in
            try SampleCollection.write(queries: queries, judgments: judgments, to: folder)
            let error = #expect(throws: EvaluationError.self) { try JudgedCollection(folder: folder) }
            #expect(error?.message.hasPrefix(folder) == true)
            #expect(error?.message.contains(message) == true, "\(String(describing: error))")
        }
    }

    @Test func filesThatAreNotThereAreNamed() throws {
        try TestSupport.withTemporaryFolder { folder in
            let error = #expect(throws: EvaluationError.self) { try JudgedCollection(folder: folder) }
            #expect(error?.message == "\(folder)/qrels.txt: cannot read the file")
        }
    }
}
