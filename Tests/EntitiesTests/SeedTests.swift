import Entities
import Foundation
import TestSupport
import Testing

/// The two articles of `../shared/seeds`. Absent, the tests are skipped and say so.
@Suite(.enabled(if: TestSupport.sharedFolder != nil, "../shared is not there"))
struct SeedTests {
    private static let always: Set<String> = [
        "person Donald Trump", "person Steve Witkoff", "person Ilham Aliyev", "person Aryeh Lightstone",
        "place Azerbaijan", "place Armenia", "place Israel", "place Gaza", "place Baku", "place Kazakhstan",
        "place Central Asia", "place Caucasus", "place United States", "misc Abraham Accords",
    ]

    @Test(arguments: [
        (
            "000_383cd2eb02f0c364.txt",
            [
                "organization Reuters", "place Saudi Arabia", "place Uzbekistan", "place Turkmenistan",
                "place Tajikistan",
                "place Kyrgyzstan",
            ]
        ),
        (
            "002_41cafc6603cc0c65.txt",
            [
                "place Canada", "place France", "place United Kingdom", "place Palestine", "place Washington",
                "place Middle East", "place Africa",
            ]
        ),
    ])
    func everyEntityAndNoOtherOfTheseTypes(_ file: String, _ others: [String]) throws {
        let folder = try #require(TestSupport.sharedFolder)
        let text = try String(contentsOfFile: folder + "/seeds/" + file, encoding: .utf8)
        let found = Set(try names(text))
        let expected = Self.always.union(others)
        #expect(found.isSuperset(of: expected), "\(expected.subtracting(found))")
        let wrong = found.subtracting(expected)
        #expect(wrong.allSatisfy { $0.hasPrefix("misc ") }, "\(wrong)")
    }

    @Test func surnamesResolve() throws {
        let folder = try #require(TestSupport.sharedFolder)
        let text = try String(contentsOfFile: folder + "/seeds/000_383cd2eb02f0c364.txt", encoding: .utf8)
        let bytes = Array(text.utf8)
        let spellings = Dictionary(grouping: try mentions(text).filter { $0.type == .person }) {
            String(decoding: bytes[$0.range], as: UTF8.self)
        }
        #expect(
            spellings.mapValues { Set($0.map(\.name)) } == [
                "Donald Trump": ["Donald Trump"], "Trump": ["Donald Trump"], "Steve Witkoff": ["Steve Witkoff"],
                "Witkoff": ["Steve Witkoff"], "Ilham Aliyev": ["Ilham Aliyev"], "Aliyev": ["Ilham Aliyev"],
                "Aryeh Lightstone": ["Aryeh Lightstone"],
            ])
    }
}
