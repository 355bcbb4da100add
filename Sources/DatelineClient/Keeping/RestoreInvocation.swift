import DatelineAPI
import Glibc

/// `dateline restore`: makes an index's folder from a backup. No daemon is asked.
///
/// The files are unpacked beside the folder, held to what the backup says of itself, written to the disk, and moved into
/// place in one step: the folder is there whole, or not at all.
package struct RestoreInvocation: Sendable {
    /// The backup, or `-` for standard input.
    package var path: String
    /// The folder of the index; nil for the one that a daemon of this user would take.
    package var index: String?

    package init(path: String, index: String?) {
        self.path = path
        self.index = index
    }

    /// Does it, and reports an error on standard error.
    package func perform() -> ExitStatus {
        let environment = UserEnvironment.current
        let diagnostics = Output.diagnostics(environment)
        // Articles are nobody else's business.
        umask(0o077)
        do throws(ClientError) {
            let folder = IndexPath.resolve(option: index, environment: environment)
            let manifest = try restore(to: folder)
            try diagnostics.write(
                "dateline: "
                    + TerminalText.safe(
                        "\(Wording.count(manifest.articles, "article")), \(Wording.count(manifest.passages, "passage"))"
                            + " of revision \(manifest.revision) are in \(folder)")
                    + "\n")
            return .success
        } catch {
            try? diagnostics.write(ErrorText.render(error))
            return error.exitStatus
        }
    }

    private func restore(to folder: String) throws(ClientError) -> BackupManifest {
        try checkPlace(folder)
        let source = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else {
            throw ClientError(.unreadable, "cannot read \(path): \(SystemError.last)", exitStatus: .usage)
        }
        defer { if source > 0 { close(source) } }
        let part = folder + ".restore"
        Folder.create(Folder.parent(of: folder))
        Folder.remove(part)
        guard mkdir(part, 0o700) == 0 else { throw Self.failure("cannot make \(part): \(SystemError.last)") }
        do throws(ClientError) {
            let manifest = try unpack(source, to: part)
            try Folder.syncAll(part)
            guard rename(part, folder) == 0 else { throw Self.failure("cannot make \(folder): \(SystemError.last)") }
            try Folder.sync(of: folder)
            return manifest
        } catch {
            Folder.remove(part)
            throw error
        }
    }

    /// - Throws: ``ClientError`` with the code `usage` unless the folder is missing or empty.
    private func checkPlace(_ folder: String) throws(ClientError) {
        let lock = open(folder + "/lock", O_RDWR | O_CLOEXEC)
        if lock >= 0 {
            defer { close(lock) }
            guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
                throw .usage("a daemon holds the index \(folder)", hint: "restore to another folder, with --index")
            }
        }
        var entry = stat()
        guard lstat(folder, &entry) == 0 else { return }
        guard entry.st_mode & S_IFMT == S_IFDIR, Folder.names(in: folder).isEmpty else {
            throw .usage(
                "\(folder) is there already, and not empty",
                hint: "move it away, or restore to another folder, with --index")
        }
    }

    private func unpack(_ source: Int32, to part: String) throws(ClientError) -> BackupManifest {
        let status: Int32
        do throws(SystemError) {
            status = try ChildProcess.untar(from: source, to: part).wait()
        } catch { throw Self.failure("cannot start tar: \(error)") }
        let manifestPath = "\(part)/\(BackupManifest.name)"
        guard status == 0, let text = Folder.text(of: manifestPath), let manifest = BackupManifest(text) else {
            throw Self.failure(
                status == 0 ? "\(path) is no backup of dateline" : "\(path) is no backup of dateline, or is cut short")
        }
        for file in manifest.files {
            var entry = stat()
            guard lstat("\(part)/\(file.name)", &entry) == 0, entry.st_mode & S_IFMT == S_IFREG,
                Int(entry.st_size) == file.bytes
            else { throw Self.failure("the backup \(path) is cut short: \(file.name) is not whole") }
        }
        unlink(manifestPath)
        return manifest
    }

    private static func failure(_ message: String) -> ClientError {
        ClientError(.unreadable, message, exitStatus: .partial)
    }
}
