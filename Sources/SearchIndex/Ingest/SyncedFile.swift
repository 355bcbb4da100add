import Glibc

/// Writes a whole file, for its owner alone, and waits until its bytes are on the disk.
enum SyncedFile {
    /// Replaces what was there. The folder's list of files is not synced: see `FolderSync`. Blocks.
    /// - Returns: false when the system refused; `errno` says why.
    static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return fsync(descriptor) == 0
    }
}
