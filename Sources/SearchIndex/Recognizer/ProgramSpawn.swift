import Glibc

/// Starts programs with pipes to them.
enum ProgramSpawn {
    /// A started program, and this process's ends of its pipes, which do not block.
    struct Spawned {
        var processID: pid_t
        /// To its standard input.
        var input: Int32
        /// From its standard output.
        var output: Int32
        /// From its standard error.
        var diagnostics: Int32
    }

    /// Starts `words[0]`, found in `$PATH` when it has no slash, in a process group of its own, without a shell.
    /// - Throws: `SpawnError`: `ENOENT` where there is no such program.
    static func start(_ words: [String]) throws(SpawnError) -> Spawned {
        let pipes = try Pipes()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, end) in pipes.theirs.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
        }
        // The database, its lock and the daemon's connections must not stay open in it. Those that are not open count as
        // closed.
        for descriptor in Int32(3)..<1_024 { posix_spawn_file_actions_addclose(&actions, descriptor) }

        // This thread blocks SIGPIPE, the process may ignore it and SIGXFSZ, and a program would inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        sigaddset(&signals, SIGXFSZ)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))

        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var processID: pid_t = 0
        let status = posix_spawnp(&processID, words[0], &actions, &attributes, &arguments, environ)
        for end in pipes.theirs { close(end) }
        guard status == 0 else {
            for end in pipes.ours { close(end) }
            throw SpawnError(number: status)
        }
        return Spawned(
            processID: processID, input: pipes.ours[0], output: pipes.ours[1], diagnostics: pipes.ours[2])
    }

    /// The two ends of three pipes: to standard input, from standard output, from standard error.
    private struct Pipes {
        var theirs: [Int32] = []
        var ours: [Int32] = []

        init() throws(SpawnError) {
            for number in 0..<3 {
                var ends: [Int32] = [0, 0]
                guard pipe(&ends) == 0 else {
                    let error = SpawnError(number: errno)
                    for end in theirs + ours { close(end) }
                    throw error
                }
                for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
                let (mine, other) = number == 0 ? (ends[1], ends[0]) : (ends[0], ends[1])
                _ = fcntl(mine, F_SETFL, O_NONBLOCK)
                theirs.append(other)
                ours.append(mine)
            }
        }
    }
}
