import Foundation
import FuzzerDriver

/// Feeds one target with what libFuzzer makes up.
///
///     dateline-fuzz list
///     dateline-fuzz seeds TARGET FOLDER        writes the seeds to FOLDER, and FOLDER.words
///     dateline-fuzz TARGET [libFuzzer options] [corpus…]
@main
struct DatelineFuzz {
    static let targets =
        readers + [analysis, entities, query, filters, requests, routes, searches, multipart, lines, records, columns]
        + [corrections, cursors, gazetteers, recognizer, settings, stems, database]

    /// The target that the command line names.
    private static let target = targets.first { $0.name == CommandLine.arguments.dropFirst().first }

    static func main() throws {
        let arguments = CommandLine.arguments
        switch arguments.dropFirst().first {
        case "list": for target in targets { print(target.name) }
        case "seeds" where arguments.count == 4:
            guard let target = targets.first(where: { $0.name == arguments[2] }) else { return usage() }
            try write(target, to: arguments[3])
        case _ where target != nil: run()
        default: usage()
        }
    }

    private static func run() {
        // libFuzzer takes the target's name for a folder of inputs unless it is out of the way.
        var arguments = CommandLine.unsafeArgv
        arguments[1] = arguments[0]
        arguments += 1
        var count = CommandLine.argc - 1
        var pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments
        exit(
            LLVMFuzzerRunDriver(&count, &pointer) { bytes, count in
                DatelineFuzz.target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
                return 0
            })
    }

    private static func write(_ target: FuzzTarget, to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (number, seed) in target.seeds.enumerated() {
            try Data(seed.utf8).write(to: URL(filePath: "\(folder)/seed-\(number)"))
        }
        // libFuzzer's form of a dictionary: a quoted word a line.
        let lines = target.words.map { word in
            "\"\(word.utf8.map { ($0 < 0x80 && $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C) ? String(UnicodeScalar($0)) : escaped($0) }.joined())\"\n"
        }
        try Data(lines.joined().utf8).write(to: URL(filePath: "\(folder).words"))
    }

    private static func escaped(_ byte: UInt8) -> String { "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    private static func usage() {
        FileHandle.standardError.write(Data("usage: dateline-fuzz TARGET [libFuzzer options] [corpus]\n".utf8))
        exit(64)
    }
}
