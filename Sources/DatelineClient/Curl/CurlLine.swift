import NIOCore

/// One request as a command for a shell: `curl --unix-socket … 'http://localhost/v1/search?q=baku'`.
package struct CurlLine: Equatable, Sendable {
    /// What follows the socket: options of curl, not quoted yet.
    private var options: [String]
    private var target: String

    /// The request, with its body.
    package init(_ request: HTTPRequest, options: [String] = []) {
        self.options = options
        target = request.target
        if request.method != .get { self.options += ["-X", request.method.rawValue] }
        if let type = request.contentType { self.options += ["-H", "Content-Type: \(type)"] }
        if let body = request.body {
            self.options += ["--data-binary", String(decoding: body.readableBytesView, as: UTF8.self)]
        }
    }

    /// The line, without its end. curl prints what `--format json` does.
    package func text(socket: String) -> String {
        (["curl", "-sS", "--unix-socket", socket] + options + ["http://localhost" + target])
            .map(Self.quoted).joined(separator: " ")
    }

    /// A word as a shell reads it: in single quotes where it has anything but letters, digits and `-_./:=,@%+`.
    static func quoted(_ word: String) -> String {
        let plain = Set("-_./:=,@%+".utf8)
        let isPlain = word.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0) || plain.contains($0)
        }
        guard !isPlain || word.isEmpty else { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}
