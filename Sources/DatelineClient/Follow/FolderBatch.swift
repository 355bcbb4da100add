import DatelineAPI

/// What one look at a watched folder has changed in the index: a line of the output.
struct FolderBatch: JSONWritable, Equatable {
    /// Files that were sent.
    var files = 0
    var added = 0
    var replaced = 0
    var unchanged = 0
    /// Articles whose file is gone, or no longer holds them.
    var deleted = 0
    /// What could not be read or accepted.
    var failed = 0
    /// The index's revision afterwards.
    var revision = 0

    var isEmpty: Bool { files == 0 && deleted == 0 && failed == 0 }

    mutating func add(_ reply: IngestReply) {
        added += reply.added
        replaced += reply.replaced
        unchanged += reply.unchanged
        failed += reply.errors.count + reply.errorsOmitted
        revision = max(revision, reply.index.revision)
    }

    /// `3 files: 2 articles new, 1 replaced, 0 unchanged, 0 deleted`.
    var text: String {
        var text = "\(Wording.count(files, "file")): \(Wording.count(added, "article")) new, \(replaced) replaced, "
        text += "\(unchanged) unchanged, \(deleted) deleted"
        if failed > 0 { text += "; \(failed) failed" }
        return text + "\n"
    }

    func write(to json: inout JSONWriter) {
        json.object {
            $0.field("added", added)
            $0.field("deleted", deleted)
            $0.field("failed", failed)
            $0.field("files", files)
            $0.field("replaced", replaced)
            $0.field("revision", revision)
            $0.field("unchanged", unchanged)
        }
    }
}
