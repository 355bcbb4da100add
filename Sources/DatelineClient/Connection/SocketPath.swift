package import DatelineAPI
import Glibc

extension SocketPath {
    /// Refuses a socket below `/tmp` whose folder another user could have made: whoever owns it would see every query.
    ///
    /// A folder that is not there yet is fine. Blocks for one `lstat`.
    ///
    /// - Throws: ``ClientError`` with the code `permission`.
    package static func checkFolder(of socket: String, environment: UserEnvironment) throws(ClientError) {
        let folder = "/tmp/dateline-\(environment.userID)"
        guard socket == folder + "/socket" else { return }
        var entry = stat()
        guard lstat(folder, &entry) == 0 else { return }
        let isPrivate =
            entry.st_mode & S_IFMT == S_IFDIR && entry.st_uid == environment.userID && entry.st_mode & 0o077 == 0
        guard isPrivate else {
            throw ClientError(
                .permission, "\(folder) is not a folder that only you can enter",
                hint: "remove it, or name a socket with --socket or $DATELINE_SOCKET", exitStatus: .permission)
        }
    }
}
