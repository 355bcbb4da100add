/// How an index is kept: looked over, made compact, copied.
extension Index {
    /// Looks the index over. Writes wait for it, searches go on.
    /// - Throws: `busy`.
    package func check() async throws(SearchIndexError) -> CheckReport {
        let place = try writePlace()
        defer { withExtendedLifetime(place) {} }
        return await writer.check()
    }

    /// Looks over the index in a folder that no process has open. Blocks.
    package static func check(folder: String) -> CheckReport {
        IndexCheck(path: folder + "/db", columns: folder + "/columns").run()
    }

    /// Gives the room back to the disk that deletions and replacements have left in the database. Writes wait for it,
    /// searches go on.
    /// - Returns: the bytes of the database's files before and after.
    /// - Throws: `busy`, `storage`, `corrupt`, `unavailable`; the index is as it was.
    package func compact() async throws(SearchIndexError) -> (before: Int, after: Int) {
        let place = try writePlace()
        defer { withExtendedLifetime(place) {} }
        let folder = try newLoadFolder()
        do throws(SearchIndexError) {
            let sizes = try await writer.compact(folder)
            letGoOfReplaced()
            folder.remove()
            return sizes
        } catch {
            folder.discard()
            throw error
        }
    }

    /// Makes a consistent copy of the database, the corrections of names and the user's gazetteers. Writes wait for the
    /// copy of the database, searches go on. It needs the room of the index once more until it is let go of.
    /// - Throws: `busy` when one is under way, `storage`, `corrupt`, `unavailable`.
    package func backup() async throws(SearchIndexError) -> Backup {
        let place = try backupPlaces.take()
        let folder = try BackupFolder(in: path + "/..")
        do throws(SearchIndexError) {
            let contents = try await writer.copy(to: folder.path)
            for name in FileTree.names(in: gazetteers) where name.hasSuffix(".tsv") {
                try FileTree.link("\(gazetteers)/\(name)", "\(folder.path)/gazetteers/\(name)")
            }
            return Backup(contents, in: folder, place: place)
        } catch {
            folder.remove()
            throw error
        }
    }
}
