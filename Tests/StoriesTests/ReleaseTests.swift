import Corpus
import Foundation
import Stories
import TestSupport
import Testing

/// Real articles of `../shared`; skipped, with a word about it, where that folder is absent.
@Suite(.enabled(if: TestSupport.sharedFolder != nil, "../shared is absent"))
struct ReleaseTests {
    @Test func theSeedsAreOneStory() throws {
        let folder = (TestSupport.sharedFolder ?? "") + "/seeds/"
        let seeds = try ["000_383cd2eb02f0c364.txt", "002_41cafc6603cc0c65.txt"].map { name in
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + name)))
            return try ArticleReader.article(from: bytes, format: .plain, name: name)
        }
        #expect(stories(of: seeds).count == 1)
        #expect(stories(of: seeds.reversed()).count == 1)
        let others = try TestSupport.releases(300, of: "2025")
        #expect(stories(of: others + seeds).contains(seeds.map(\.id)))
    }

    /// The releases are full of forms: disaster declarations, letters to the Congress, proclamations. What is joined was
    /// looked at, and all of it is the same matter within days.
    @Test func ofAThousandReleasesOnlyWhatIsTheSameIsJoined() throws {
        let joined = stories(of: try TestSupport.releases(1000, of: "2021")).map {
            $0.map { $0.split(separator: "/")[2] }
        }
        #expect(
            joined == [
                [
                    "2021-02-01-statement-by-president-joe-biden-on-black-history-month",
                    "2021-02-03-proclamation-on-national-black-history-month-2021",
                ],
                [
                    "2021-02-11-executive-order-on-blocking-property-with-respect-to-the-situation-in-burma",
                    "2021-02-11-a-letter-to-the-speaker-of-the-house-of-representatives-and-the-president-of-the-senate",
                ],
                [
                    "2021-04-28-remarks-as-prepared-for-delivery-by-president-biden-address-to-a-joint-session-of-congress",
                    "2021-04-29-remarks-by-president-biden-in-address-to-a-joint-session-of-congress",
                ],
            ])
    }

    /// Each release, edited as wire copy is, finds its story among all others.
    @Test(arguments: Edit.allCases)
    func editedCopiesJoinTheirStory(_ edit: Edit) throws {
        let releases = try TestSupport.releases(400, of: "2023").filter { $0.text.utf8.count > 1_500 }
        var table = StoryTable()
        for (number, release) in releases.enumerated() {
            guard let signature = signature(of: release) else { continue }
            table.add(UInt32(number), signature: signature, members: 1)
        }
        var right = 0
        for (number, release) in releases.enumerated() {
            var copy = release
            copy.text = edit.applied(to: release.text)
            let found = signature(of: copy).flatMap { table.story(like: $0) }
            // Some releases stand in the corpus twice, and either may be found.
            if found == UInt32(number) || found.map({ releases[Int($0)].title == release.title }) == true { right += 1 }
        }
        #expect(Double(right) >= 0.95 * Double(releases.count), "\(right) of \(releases.count)")
    }

    enum Edit: CaseIterable {
        case lead, cut, spelling, words, paragraphs

        func applied(to text: String) -> String {
            var paragraphs = text.split(separator: "\n\n").map(String.init)
            switch self {
            case .lead:
                paragraphs[0] = "Our own correspondent was there when it was announced, and writes what follows below."
            case .cut: paragraphs = Array(paragraphs.prefix(max(1, (paragraphs.count + 1) / 2)))
            case .spelling:
                for (american, british) in [
                    ("iz", "is"), ("enter", "entre"), ("program", "programme"), ("abor", "abour"), ("efense", "efence"),
                    ("onor", "onour"), ("avor", "avour"), ("eled", "elled"), ("ense", "ence"), ("’s ", "s "),
                ] {
                    paragraphs = paragraphs.map { $0.replacing(american, with: british) }
                }
            case .words:
                // Every fifteenth word.
                var count = 0
                paragraphs = paragraphs.map { paragraph in
                    paragraph.split(separator: " ").map { word in
                        count += 1
                        return count % 15 == 0 ? "rather" : String(word)
                    }.joined(separator: " ")
                }
            case .paragraphs:
                paragraphs = paragraphs.enumerated().filter { $0.offset % 4 != 3 }.map(\.element).reversed()
            }
            return paragraphs.joined(separator: "\n\n")
        }
    }
}
