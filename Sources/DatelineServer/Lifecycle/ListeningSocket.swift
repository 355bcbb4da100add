import DatelineAPI
import Glibc

/// The place of the daemon's socket: its folder, its lock and its mode.
struct ListeningSocket {
    let path: String
    private let lock: LockFile

    /// Makes the socket's folder when it is missing (mode 0700), takes the lock beside the socket, and removes the
    /// socket that a dead daemon left.
    /// - Throws: `StartupError`: the path is too long, another daemon holds it, or something else is in the way.
    init(path: String) throws(StartupError) {
        let longest = 107
        guard path.utf8.count <= longest else {
            throw StartupError(
                "the socket's path is longer than \(longest) bytes", hint: "give a shorter one with --socket")
        }
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        try Folder.make(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder)
        lock = try LockFile(path: path + ".lock", of: "the socket \(path)", exitStatus: DaemonStatus.socketHeld)
        var file = stat()
        if lstat(path, &file) == 0 {
            guard file.st_mode & S_IFMT == S_IFSOCK else {
                throw StartupError("\(path) exists and is no socket", hint: "remove it, or give another --socket")
            }
            // We hold the lock, so whoever made it is gone.
            unlink(path)
        }
        self.path = path
    }

    /// Lets only the owner connect, or everybody, where `AccessRules` let others in: the kernel tells who it is. Called
    /// once the socket exists.
    func restrict(toOwner: Bool) { chmod(path, toOwner ? 0o600 : 0o666) }

    /// Whether others can get to the socket through its folder.
    var isReachable: Bool {
        var folder = stat()
        let path = self.path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return stat(path.isEmpty ? "." : path, &folder) == 0 && folder.st_mode & 0o011 != 0
    }

    /// Removes the socket when the daemon ends.
    func remove() { unlink(path) }
}
