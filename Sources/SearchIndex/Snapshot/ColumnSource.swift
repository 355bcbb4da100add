/// Where columns come from, by name.
enum ColumnSource {
    case heap
    /// New, empty files of a folder.
    case newFiles(folder: String)
    /// The files of a folder, each with as many elements as the stamp says.
    case files(folder: String, ColumnStamp)

    /// - Throws: when a file cannot be used.
    func column<Element>(_ name: String) throws(ColumnFault) -> Column<Element> {
        switch self {
        case .heap: return Column()
        case .newFiles(let folder):
            return Column(memory: try ColumnFile(creating: name, in: folder).memory(bytes: 0), count: 0)
        case .files(let folder, let stamp):
            guard let count = stamp.columns[name]?.count else { throw ColumnFault("the stamp does not name \(name)") }
            let (bytes, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
            guard count >= 0, !overflow else { throw ColumnFault("the stamp gives \(name) an impossible length") }
            let file = try ColumnFile(opening: name, in: folder, used: bytes)
            return Column(memory: try file.memory(bytes: bytes), count: count)
        }
    }
}
