/// A consistent copy of an index, as files in a folder of its own beside the database. The folder goes with the last
/// reference.
package final class Backup: Sendable {
    /// A file of the copy.
    package struct File: Sendable {
        /// Its path in an index's folder.
        package var name: String
        /// Where it is.
        package var path: String
        package var bytes: Int
    }

    /// What it is a copy of.
    package struct Contents: Sendable {
        package var stamp: IndexStamp
        package var articles: Int
        package var passages: Int
    }

    package let contents: Contents
    package let files: [File]
    private let folder: String
    /// One copy at a time: each needs the room of an index.
    private let place: WritePlace

    /// Takes over a folder that is filled.
    init(_ contents: Contents, in folder: BackupFolder, place: WritePlace) {
        self.contents = contents
        self.place = place
        self.folder = folder.path
        files = ["db", "", "gazetteers"].flatMap { part in
            FileTree.files(in: "\(folder.path)/\(part)").filter { $0.name != "flintlock" }.map { file in
                let name = part.isEmpty ? file.name : "\(part)/\(file.name)"
                return File(name: name, path: "\(folder.path)/\(name)", bytes: file.bytes)
            }
        }
    }

    deinit { FileTree.remove(folder) }
}
