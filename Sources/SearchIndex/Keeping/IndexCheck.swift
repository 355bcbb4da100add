import Glibc
import XapianKit

/// Looks an index over, while nobody writes to it: the structure of Xapian's tables, the columns' checksums, and whether
/// articles and passages fit together. It reads all of the database, and repairs nothing.
struct IndexCheck {
    /// The folder of the database.
    let path: String
    /// The folder of the columns.
    let columns: String

    /// Xapian's tables that Dateline writes.
    private static let tables = ["docdata", "position", "postlist", "termlist"]

    private static let missing = "there is no such file"

    /// Blocks for as long as reading everything takes. What is damaged does not keep it from looking at the rest.
    func run() -> CheckReport {
        var report = CheckReport()
        for file in FileTree.files(in: path) { report.files.append(.init(name: "db/\(file.name)", bytes: file.bytes)) }
        let damage = damagedTables()
        for problem in damage { report.add(problem.file, problem.message) }
        // Reading records of a damaged database would only repeat it.
        if damage.isEmpty { checkContents(&report) }
        return report
    }

    /// The files of the database that Xapian finds damaged, with its reason.
    func damagedTables() -> [(file: String, message: String)] {
        guard let whole = problem(of: path) else { return [] }
        var found: [(file: String, message: String)] = []
        var tables = 0
        for name in Self.tables {
            let file = "\(path)/\(name).glass"
            var status = stat()
            guard stat(file, &status) == 0 else {
                // The others are made when they are needed.
                if ["postlist", "termlist"].contains(name) { found.append(("db/\(name).glass", Self.missing)) }
                continue
            }
            tables += 1
            if let message = problem(of: file) { found.append(("db/\(name).glass", message)) }
        }
        // What is said of all tables alike is about the file that tells where they begin.
        if tables > 1, found.count == tables, Set(found.map(\.message)).count == 1 {
            return [("db/iamglass", found[0].message)]
        }
        if !found.isEmpty { return found }
        // Every table reads back by itself: what is left is that file, or two tables that disagree.
        do { _ = try Database(path: path).statistics() } catch {
            return [("db/iamglass", error.message)]
        }
        return [("db", whole)]
    }

    /// - Throws: `corrupt` with the names of the files that Xapian finds damaged, and `what` they keep from being done.
    func requireSoundTables(_ what: String) throws(SearchIndexError) {
        let damage = damagedTables()
        if damage.isEmpty { return }
        throw .corrupt("\(what): " + damage.map { "\($0.file) (\($0.message))" }.joined(separator: ", "))
    }

    /// What Xapian says against a database or one of its tables; nil when it is sound.
    private func problem(of path: String) -> String? {
        do {
            let check = try Maintenance.check(path: path)
            return check.errorCount == 0 ? nil : Self.complaint(in: check.text)
        } catch { return error.message }
    }

    /// The lines of Xapian's report that are no good news, in one.
    private static func complaint(in text: String) -> String {
        let lines = text.split(separator: "\n").filter { line in
            !line.hasSuffix(":") && !line.hasPrefix("blocksize=") && !line.hasSuffix("checked okay")
                && !line.hasSuffix("checked OK") && !line.hasPrefix("Lazily created")
        }
        return String(lines.joined(separator: "; ").prefix(500))
    }

    private func checkContents(_ report: inout CheckReport) {
        do throws(SearchIndexError) {
            let reader = try IndexReader(path: path)
            let statistics = try reader.statistics()
            report.passages = Int(statistics.documentCount)
            let needed = statistics.averageLength > 0 ? Self.tables : report.passages > 0 ? ["docdata"] : []
            for name in needed where !report.files.contains(where: { $0.name == "db/\(name).glass" }) {
                report.add("db/\(name).glass", Self.missing)
            }
            if !report.isSound { return }
            try RecordCheck(reader, statistics).run(&report)
            checkColumns(reader.uuid, statistics, &report)
        } catch { report.add("db", error.message) }
    }

    /// Columns without a stamp, or of another revision, are made anew at the next start, and are no problem.
    private func checkColumns(_ uuid: String, _ statistics: Statistics, _ report: inout CheckReport) {
        for file in FileTree.files(in: columns) {
            report.files.append(.init(name: "columns/\(file.name)", bytes: file.bytes))
        }
        do { _ = try ColumnFolder(path: columns).snapshot(uuid: uuid, statistics) } catch {
            guard let file = error.file else { return }
            report.add("columns/\(file)", error.description)
        }
    }
}
