import Foundation
import TestSupport

/// The sample articles of the repository.
enum Seeds {
    static func files(_ folder: String, _ ending: String) -> [String] {
        let path = TestSupport.checkout + "/seeds/" + folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().filter { $0.hasSuffix(ending) }.compactMap {
            try? String(contentsOfFile: path + "/" + $0, encoding: .utf8)
        }
    }

    /// Lines of a file, the comments left out.
    static func lines(_ file: String) -> [String] {
        let text = (try? String(contentsOfFile: TestSupport.checkout + "/seeds/" + file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }
}
