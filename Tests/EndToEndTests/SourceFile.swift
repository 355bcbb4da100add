import Foundation
import TestSupport

/// A Swift source file of this package, as the tests of the layout see it.
struct SourceFile: CustomStringConvertible {
    /// From the checkout's top folder on.
    var path: String
    var lines: [Substring]

    /// The folder below `Sources` or `Tests`: the name of the module.
    var module: String { String(path.split(separator: "/")[1]) }
    var description: String { path }

    /// The modules that it imports.
    var imports: [String] {
        lines.filter { $0.contains("import ") }.compactMap { line in
            line.firstMatch(
                of: /^\s*(?:@\w+\s+)?(?:\w+\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let)\s+)?(\w+)/
            )
            .map { String($0.1) }
        }
    }

    /// Every Swift file below `folder`, which is `Sources` or `Tests`.
    static func all(below folder: String) throws -> [SourceFile] {
        let top = TestSupport.checkout
        let walk = FileManager.default.enumerator(atPath: top + folder)
        var files: [SourceFile] = []
        while let name = walk?.nextObject() as? String {
            guard name.hasSuffix(".swift") else { continue }
            let text = try String(contentsOfFile: "\(top)\(folder)/\(name)", encoding: .utf8)
            files.append(
                SourceFile(
                    path: "\(folder)/\(name)", lines: text.split(separator: "\n", omittingEmptySubsequences: false)))
        }
        return files
    }
}
