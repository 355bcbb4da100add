// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// One module of ours: `Sources/<name>`, Swift 6 mode, the upcoming features above.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

/// The commit to name in `--version`: `make` tells it, for a package cannot ask git without going stale.
let commit: [CSetting] =
    Context.environment["DATELINE_COMMIT"].map { text in
        [.define("CRELEASE_COMMIT", to: "\"\(text.filter { $0.isLetter || $0.isNumber || $0 == "-" })\"")]
    } ?? []

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "dateline",
    products: [
        .executable(name: "dateline", targets: ["dateline"]),
        .executable(name: "datelined", targets: ["datelined"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        // The C boundary.
        .target(
            name: "CXapian", path: "CShims/CXapian",
            linkerSettings: [.linkedLibrary("xapian")]),
        .target(name: "CRelease", path: "CShims/CRelease", cSettings: commit),
        .target(
            name: "CGlassBulk", path: "CShims/CGlassBulk",
            linkerSettings: [.linkedLibrary("deflate")]),
        .systemLibrary(name: "CRoaring", path: "CShims/CRoaring", providers: [.apt(["libroaring-dev"])]),

        // The engine.
        module("XapianKit", ["CXapian", "CGlassBulk"]),
        module("TextAnalysis"),
        module("Corpus", ["TextAnalysis"]),
        module("Entities", ["TextAnalysis"]),
        module("Stories", ["TextAnalysis"]),
        module("QueryLanguage"),
        module(
            "SearchIndex",
            ["XapianKit", "CRoaring", "TextAnalysis", "Corpus", "Entities", "Stories", "QueryLanguage", logging]),
        module(
            "Evaluation", ["SearchIndex", "QueryLanguage", "Corpus", "Entities", "Stories", "TextAnalysis", logging]),

        // The protocol and its two ends.
        module("DatelineAPI", ["CRelease"]),
        module(
            "DatelineServer",
            [
                "SearchIndex", "DatelineAPI", "QueryLanguage", logging,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
        module(
            "DatelineClient",
            [
                "DatelineAPI",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),

        module("DatelineCommands", ["DatelineClient", "DatelineAPI", arguments]),

        // The programs.
        program("datelined", ["DatelineServer", "DatelineAPI", arguments, logging]),
        program("dateline", ["DatelineCommands"]),

        program(
            "dateline-eval", ["Evaluation", "Entities", "QueryLanguage", "SearchIndex", "TextAnalysis", arguments]),

        // One engine of `make bench`; never installed.
        .executableTarget(
            name: "dateline-bench", dependencies: ["SearchIndex", "Corpus", "QueryLanguage", logging],
            path: "Benchmarks/InProcess", swiftSettings: strict),

        // The proofs.
        module("TestSupport"),
        tests("XapianKitTests", ["XapianKit", "CXapian", "TestSupport"]),
        tests("TextAnalysisTests", ["TextAnalysis", "TestSupport"]),
        tests("CorpusTests", ["Corpus", "TextAnalysis", "TestSupport"]),
        tests("EntitiesTests", ["Entities", "TextAnalysis", "TestSupport"]),
        tests("StoriesTests", ["Stories", "Corpus", "TextAnalysis", "TestSupport"]),
        tests("EvaluationTests", ["Evaluation", "Entities", "QueryLanguage", "TestSupport", "dateline-eval"]),
        tests("QueryLanguageTests", ["QueryLanguage", "TestSupport"]),
        tests(
            "SearchIndexTests",
            [
                "SearchIndex", "XapianKit", "Corpus", "Entities", "Stories", "TextAnalysis", "QueryLanguage",
                "TestSupport",
            ]),
        tests("DatelineAPITests", ["DatelineAPI", "TestSupport"]),
        tests(
            "DatelineServerTests",
            [
                "DatelineServer", "DatelineAPI", "SearchIndex", "QueryLanguage", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOPosix", package: "swift-nio"), logging,
            ]),
        tests("DatelineClientTests", ["DatelineClient", "DatelineAPI", "TestSupport"]),
        tests("DatelineCommandsTests", ["DatelineCommands", "DatelineAPI", "TestSupport", arguments]),
        tests(
            "EndToEndTests", ["TestSupport", "DatelineAPI", "datelined", "dateline"],
            exclude: ["Golden", "Faults", "Fixtures"]),
    ],
    cxxLanguageStandard: .cxx17
)

// The fuzzing targets need `--sanitize fuzzer`, whose library has their `main`: they are there only for `make fuzz`.
if Context.environment["DATELINE_FUZZ"] != nil {
    package.targets += [
        .executableTarget(
            name: "dateline-fuzz",
            dependencies: [
                "XapianKit", "TextAnalysis", "Corpus", "Entities", "Stories", "QueryLanguage",
                "SearchIndex", "DatelineAPI", "DatelineServer", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"), logging,
            ],
            path: "Tests/Fuzzing", exclude: ["run.sh"], swiftSettings: strict)
    ]
}
