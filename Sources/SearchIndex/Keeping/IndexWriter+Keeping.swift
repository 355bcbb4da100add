import XapianKit

/// Work on the whole database, on the writer's thread: writes wait for it, searches go on.
extension IndexWriter {
    /// Looks the index over, as it is after what was committed last.
    func check() -> CheckReport {
        flush()
        return IndexCheck(path: path, columns: columns).run()
    }

    /// Writes the database anew, without the room that deletions and replacements have left, and puts it in the old one's
    /// place. Docids, ordinals and UUID stay; the revision rises, so cursors of before are stale.
    /// - Returns: the bytes of the database's files before and after.
    /// - Throws: `storage`, `corrupt`, `unavailable`; the index is as it was.
    func compact(_ folder: LoadFolder) throws(SearchIndexError) -> (before: Int, after: Int) {
        flush()
        try requireSoundTables()
        do throws(SearchIndexError) {
            let (session, publisher) = try opened()
            guard try folder.canExchange() else {
                throw SearchIndexError(
                    .storage, "the file system cannot exchange two folders",
                    hint: "back the index up and restore it: what is restored is compact")
            }
            let before = FileTree.bytes(in: path)
            let nothing = PendingLoad()
            let merge = Merge(
                session: session, load: nothing, resolution: try session.resolution(of: nothing), folder: folder)
            try exchange(session, try merge.run(), publisher)
            return (before, FileTree.bytes(in: path))
        } catch {
            drop(because: error)
            throw error
        }
    }

    /// Copies what is committed into a new folder: a compact database with the same docids, UUID and revision, and the
    /// corrections as they are then.
    /// - Throws: `storage`, `corrupt`, `unavailable`.
    func copy(to folder: String) throws(SearchIndexError) -> Backup.Contents {
        flush()
        try requireSoundTables()
        let (session, _) = try opened()
        let revision = try session.statistics().revision
        let copy = folder + "/db"
        try SearchIndexError.translating { () throws(XapianError) in
            try Maintenance.compact(sources: [path], destination: copy)
            let database = try WritableDatabase(path: copy, mode: .open, synchronous: false)
            try database.setMetadata(Array(session.uuid.utf8), for: Schema.uuidKey)
            // This commit is one revision more.
            let own = try database.statistics().revision + 1
            var base = ByteWriter()
            base.write(revision > own ? revision - own : 0)
            try database.setMetadata(base.bytes, for: Schema.revisionBaseKey)
            try database.commit()
            try database.close()
        }
        // The file is only ever replaced, so a second name for it stays as it is.
        try FileTree.link(corrections.path, folder + "/corrections.tsv")
        try FileTree.link(path + "/../queries.tsv", folder + "/queries.tsv")
        return Backup.Contents(
            stamp: IndexStamp(uuid: session.uuid, revision: revision), articles: session.snapshot.articleCount,
            passages: session.snapshot.passageCount)
    }

    /// Xapian's compaction of a damaged table may crash, and what is damaged is not to be kept as a good copy.
    private func requireSoundTables() throws(SearchIndexError) {
        try IndexCheck(path: path, columns: columns).requireSoundTables("the index is damaged")
    }
}
