import Foundation

/// Feeds one target with what libFuzzer makes up.
///
///     dateline-fuzz list
///     dateline-fuzz seeds TARGET FOLDER        writes the seeds to FOLDER, and FOLDER.words
///     dateline-fuzz TARGET [libFuzzer options] [corpus…]
enum DatelineFuzz {
    static let targets =
        readers + [analysis, entities, query, filters, requests, routes, searches, multipart, lines, records, columns]
        + [corrections, cursors, gazetteers, recognizer, settings, stems, database, blocks, folder, whole]

    /// The target that the command line names.
    private static let target = targets.first { $0.name == CommandLine.arguments.dropFirst().first }

    /// What libFuzzer's `main` calls first: does what the command line asks for, or takes the target's name out of it.
    fileprivate static func begin(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
    ) throws {
        let words = CommandLine.arguments
        if words.dropFirst().first == "list" {
            for target in targets { print(target.name) }
            exit(0)
        }
        if words.count == 4, words[1] == "seeds", let target = targets.first(where: { $0.name == words[2] }) {
            try write(target, to: words[3])
            exit(0)
        }
        guard target != nil else { usage() }
        // libFuzzer would take the name for a folder of inputs.
        arguments.pointee[1] = arguments.pointee[0]
        arguments.pointee += 1
        count.pointee -= 1
    }

    fileprivate static func run(_ input: [UInt8]) { target?.run(input) }

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

    private static func usage() -> Never {
        FileHandle.standardError.write(Data("usage: dateline-fuzz TARGET [libFuzzer options] [corpus]\n".utf8))
        exit(64)
    }
}

@_cdecl("LLVMFuzzerInitialize")
public func initialize(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
    do { try DatelineFuzz.begin(count, arguments) } catch { fatalError("\(error)") }
    return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    DatelineFuzz.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
