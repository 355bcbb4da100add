import Glibc

/// A program that this one started: the daemon, or one that decompresses.
struct ChildProcess {
    let processID: pid_t

    /// `POSIX_SPAWN_SETSID`, which the C library's headers show to GNU sources only.
    private static let newSession: Int16 = 0x80

    /// Starts a program in a session of its own, in `/`, reading nothing and appending its output to a file.
    ///
    /// - Throws: `SystemError`.
    static func detached(program: String, arguments: [String], output: String) throws(SystemError) -> ChildProcess {
        // The shell changes the folder, for the call that would is hidden in the same way. In `/` the daemon keeps no
        // file system from being unmounted.
        let shell = ["sh", "-c", "cd / && exec \"$0\" \"$@\"", program] + arguments
        return try start("/bin/sh", shell, flags: newSession) { actions in
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            posix_spawn_file_actions_adddup2(&actions, 1, 2)
        }
    }

    /// Starts `gzip -dc` or `zstd -dc`, reading one descriptor and writing to another; it says nothing on standard error.
    ///
    /// `bytes`: what was taken from the beginning of the input already; the shell puts it back there.
    ///
    /// - Throws: `SystemError`: `ENOPKG` where there is no such program.
    static func decompressor(
        _ compression: Compression, after bytes: [UInt8] = [], from input: Int32, to output: Int32
    ) throws(SystemError) -> ChildProcess {
        let program = compression.rawValue
        let escaped = bytes.map { byte in
            let octal = String(byte, radix: 8)
            return "\\" + String(repeating: "0", count: 3 - octal.count) + octal
        }
        let shell = ["sh", "-c", "{ printf \"$1\"; cat; } | \"$0\" -dc", program, escaped.joined()]
        do {
            return try start(bytes.isEmpty ? program : "/bin/sh", bytes.isEmpty ? [program, "-dc"] : shell) { actions in
                posix_spawn_file_actions_adddup2(&actions, input, 0)
                posix_spawn_file_actions_adddup2(&actions, output, 1)
                posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
            }
        } catch {
            throw error.number == ENOENT ? SystemError(ENOPKG) : error
        }
    }

    /// Starts `tar`, which unpacks what it reads into a folder; it says nothing on standard error.
    ///
    /// - Throws: `SystemError`: `ENOENT` where there is no tar.
    static func untar(from input: Int32, to folder: String) throws(SystemError) -> ChildProcess {
        try start("tar", ["tar", "-x", "-f", "-", "-C", folder]) { actions in
            posix_spawn_file_actions_adddup2(&actions, input, 0)
            posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }
    }

    private static func start(
        _ program: String, _ arguments: [String], flags: Int16 = 0,
        redirections: (inout posix_spawn_file_actions_t) -> Void
    ) throws(SystemError) -> ChildProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        redirections(&actions)
        // What a script keeps open on a higher number must not stay open for as long as a daemon lives.
        // Those that are not open count as closed.
        for descriptor in Int32(3)..<1_024 { posix_spawn_file_actions_addclose(&actions, descriptor) }

        // NIO ignores SIGPIPE in the whole process, and a child would inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, flags | Int16(POSIX_SPAWN_SETSIGDEF))

        var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for argument in argv { free(argument) } }
        var processID: pid_t = 0
        let status = posix_spawnp(&processID, program, &actions, &attributes, &argv, environ)
        guard status == 0 else { throw SystemError(status) }
        return ChildProcess(processID: processID)
    }

    /// How it ended, as ``wait()`` says it, or nil as long as it runs; does not wait. To be asked until it has ended.
    func endedWith() -> Int32? {
        var status: Int32 = 0
        return waitpid(processID, &status, WNOHANG) == 0 ? nil : Self.exitStatus(status)
    }

    /// Waits for its end and gives its exit status, or 128 and the signal's number.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(processID, &status, 0) < 0 && errno == EINTR {}
        return Self.exitStatus(status)
    }

    private static func exitStatus(_ status: Int32) -> Int32 {
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }
}
