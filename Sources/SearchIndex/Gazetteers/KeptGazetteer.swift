import Corpus

/// A gazetteer of the user's own in its folder: what is remembered of it, which is not its rows.
struct KeptGazetteer: Equatable, Sendable {
    var listed: UserGazetteer
    /// Changes with its contents.
    var hash: String

    var name: String { listed.name }
    var isUsed: Bool { listed.problem == nil }

    init(name: String, contents: String) {
        // By bytes: a line end of Windows is one character.
        let rows = contents.utf8.split(separator: UInt8(ascii: "\n")).count {
            $0.first != UInt8(ascii: "#") && !$0.elementsEqual([UInt8(ascii: "\r")])
        }
        listed = UserGazetteer(name: name, rows: rows, bytes: contents.utf8.count)
        hash = StableHash("\(name)\u{0}\(contents)").description
    }

    /// One that cannot be read.
    init(name: String, problem: String) {
        listed = UserGazetteer(name: name, rows: 0, bytes: 0, problem: problem)
        hash = ""
    }
}
