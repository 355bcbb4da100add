import TestSupport
import Testing

/// The layout that the design fixes: who may import what, and how long a file may be.
@Suite struct ModuleTableTests {
    private static let system: Set = ["Glibc", "Synchronization"]
    private static let pure: Set = ["TextAnalysis", "FoundationEssentials", "Collections", "OrderedCollections"]

    /// What each module may import, beside the standard library. Every folder of `Sources` is listed.
    private static let table: [String: Set<String>] = [
        "XapianKit": system.union(["CXapian", "CGlassBulk"]),
        "TextAnalysis": [],
        "Corpus": pure,
        "Entities": pure.union(["Glibc"]),
        "Stories": ["TextAnalysis"],
        "QueryLanguage": [],
        "SearchIndex": system.union([
            "XapianKit", "CRoaring", "TextAnalysis", "Corpus", "Entities", "Stories", "QueryLanguage", "Logging",
        ]),
        "DatelineAPI": system.union(["CRelease", "FoundationEssentials"]),
        "DatelineServer": system.union([
            "SearchIndex", "DatelineAPI", "QueryLanguage", "Hummingbird", "HummingbirdCore", "HTTPTypes",
            "ServiceLifecycle", "UnixSignals", "Logging", "NIOCore", "NIOHTTP1", "NIOPosix",
        ]),
        "DatelineClient": system.union(["DatelineAPI", "NIOCore", "NIOPosix", "NIOHTTP1"]),
        "Evaluation": [
            "SearchIndex", "QueryLanguage", "Corpus", "Entities", "Stories", "TextAnalysis",
            "FoundationEssentials", "Glibc", "Logging",
        ],
        "dateline-eval": [
            "Evaluation", "Entities", "QueryLanguage", "SearchIndex", "TextAnalysis", "FoundationEssentials",
            "ArgumentParser",
        ],
        "datelined": ["DatelineServer", "DatelineAPI", "ArgumentParser", "Logging"],
        "DatelineCommands": ["DatelineClient", "DatelineAPI", "ArgumentParser", "Glibc"],
        "dateline": ["DatelineCommands"],
        "TestSupport": system.union(["Foundation"]),
    ]

    private static let files = Result {
        (sources: try SourceFile.all(below: "Sources"), tests: try SourceFile.all(below: "Tests"))
    }
    private let sources: [SourceFile]
    private let tests: [SourceFile]

    init() throws {
        (sources, tests) = try Self.files.get()
        // Otherwise the tests below would look at nothing, and be content.
        try #require(sources.count > 100 && tests.count > 50)
    }

    @Test func modulesImportWhatTheTableAllows() throws {
        for file in sources {
            let allowed = try #require(Self.table[file.module], "\(file.module) is not in the table")
            for module in file.imports {
                #expect(allowed.contains(module), "\(file) imports \(module)")
            }
        }
        #expect(Set(sources.map(\.module)) == Set(Self.table.keys), "a module of the table has no folder")
    }

    @Test func importsAreFoundInEveryForm() {
        let text = """
            import A
            package import B
            @testable import C
              internal import struct D.E
            // import F
            /// import G
            let text = "import H"
            """
        let file = SourceFile(path: "Sources/X/x.swift", lines: text.split(separator: "\n"))
        #expect(file.imports == ["A", "B", "C", "D"])
        #expect(sources.flatMap(\.imports).count > 200)
    }

    @Test func filesAreSmall() {
        for file in sources + tests {
            #expect(file.lines.count <= 500, "\(file) has \(file.lines.count) lines")
        }
        let lengths = sources.map(\.lines.count).sorted()
        #expect(lengths[lengths.count / 2] <= 150)
        #expect(lengths[lengths.count * 9 / 10] <= 300)
    }

    @Test(arguments: ["datelined", "dateline", "dateline-eval"])
    func aProgramIsOneFile(_ program: String) {
        #expect(sources.count { $0.module == program } == 1)
    }

    @Test func whatIsUncheckedIsProved() {
        var found = 0
        for file in sources + tests {
            for (number, line) in file.lines.enumerated() {
                let code = line.prefix { $0 != "/" && $0 != "\"" }
                for word in ["@unchecked Sendable", "nonisolated(unsafe)"] where code.contains(word) {
                    found += 1
                    let beside = [number - 1, number + 1].filter(file.lines.indices.contains).map { file.lines[$0] }
                    #expect(
                        beside.contains { $0.drop { $0 == " " }.hasPrefix("// \(word): ") },
                        "\(file):\(number + 1) gives no reason")
                }
            }
        }
        #expect(found > 0)
    }
}
