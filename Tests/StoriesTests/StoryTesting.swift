import Corpus
import Foundation
import Stories
import TestSupport

extension TestSupport {
    /// The articles of the first lines of a file of the White House corpus.
    static func releases(_ count: Int, of year: String) throws -> [Article] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let path = (sharedFolder ?? "") + "/data/whitehouse/\(year).jsonl.gz"
        process.arguments = ["-c", "gzip -dc \"$0\" | head -n \(count)", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = [UInt8](pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return try ArticleReader.articles(from: bytes, format: .ndjson, name: year).map { try $0.get() }
    }
}

/// Puts articles into stories one after the other, as indexing does. Gives the ids of each story of several articles.
func stories(of articles: [Article]) -> [[String]] {
    var table = StoryTable()
    var members: [UInt32: [String]] = [:]
    for (number, article) in articles.enumerated() {
        guard let signature = signature(of: article) else { continue }
        var story = UInt32(number)
        if let known = table.story(like: signature) {
            story = known
            table.join(known)
        } else {
            table.add(story, signature: signature, members: 1)
        }
        members[story, default: []].append(article.id)
    }
    return members.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
}

func signature(of article: Article) -> StorySignature? {
    SignatureBuilder.signature(of: article.text, title: article.title, day: article.date?.number)
}
