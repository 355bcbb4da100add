import Glibc

/// What lets a client in over TCP, where the kernel does not tell who it is: a file of lines `ROLE TOKEN`.
struct AccessTokens: Equatable, Sendable {
    private var tokens: [(role: Role, token: [UInt8])] = []

    /// Shorter ones could be guessed.
    static let shortest = 16

    /// No token, so that nobody gets in.
    init() {}

    /// Reads the file. It must be its owner's alone.
    /// - Throws: `StartupError`.
    init(file path: String) throws(StartupError) {
        var file = stat()
        guard stat(path, &file) == 0, let text = ConfigurationFile.contents(of: path) else {
            throw StartupError("the token file \(path) cannot be read: \(StartupError.reason(errno))")
        }
        guard file.st_mode & 0o077 == 0 else {
            throw StartupError("the token file \(path) can be read by others", hint: "chmod 600 it")
        }
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let words = line.split(separator: " ")
            guard words.count == 2, let role = Role(rawValue: String(words[0])), words[1].utf8.count >= Self.shortest
            else {
                throw StartupError(
                    "a line of the token file \(path) is no role and token",
                    hint: "write read, write or admin, a space, and a token of \(Self.shortest) characters or more")
            }
            tokens.append((role, Array(words[1].utf8)))
        }
        if tokens.isEmpty { throw StartupError("there is no token in \(path)", hint: "write a line `read TOKEN`") }
    }

    /// The role that comes with an `Authorization` header's value; nil for none.
    func role(authorization: String?) -> Role? {
        let scheme = "bearer "
        guard let authorization, authorization.lowercased().hasPrefix(scheme) else { return nil }
        let given = Array(authorization.utf8.dropFirst(scheme.utf8.count))
        return tokens.filter { Self.equal($0.token, given) }.map(\.role).max()
    }

    static func == (a: AccessTokens, b: AccessTokens) -> Bool {
        a.tokens.elementsEqual(b.tokens) { $0.role == $1.role && $0.token == $1.token }
    }

    /// Takes as long for any two of a length, so that its time tells nothing of the token.
    private static func equal(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.count == b.count && zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
