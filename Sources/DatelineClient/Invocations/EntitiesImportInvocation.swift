package import DatelineAPI
import NIOCore

/// `dateline entities import`: sends a gazetteer to the daemon, which keeps it with the index.
package struct EntitiesImportInvocation: Invocation {
    /// A file, or `-` for standard input; one that ends with `.gz` is decompressed on the way.
    package var path: String
    /// What it is to be called; nil for the file's name without its extension.
    package var name: String?
    /// How many people a place of a dump of GeoNames must have; nil for what the daemon finds right.
    package var minPopulation: Int?
    /// How it is printed.
    package var options: OutputOptions

    /// How much is read and sent at a time.
    private static let pieceSize = 1 << 20

    package init(path: String, name: String?, minPopulation: Int?, options: OutputOptions) {
        self.path = path
        self.name = name
        self.minPopulation = minPopulation
        self.options = options
    }

    package func curlLines(_ environment: UserEnvironment) throws(ClientError) -> [CurlLine] {
        if FileName.splitCompression(path).compression != nil {
            throw .usage("curl does not decompress what it sends", hint: "send it with: gzip -dc, and curl with -T -")
        }
        let request = HTTPRequest(.get, try target, contentType: "text/tab-separated-values")
        return [CurlLine(request, options: ["-T", path])]
    }

    package func run(_ session: Session) async throws(ClientError) -> ExitStatus {
        try options.require([.text, .json, .ndjson], for: "entities import")
        let target = try target
        // Opened before the daemon is asked, so that a wrong path starts none.
        let file: InputFile
        do { file = try InputFile(path: path, compression: FileName.splitCompression(path).compression) } catch {
            throw unreadable(error)
        }
        let answer = try await send(file, to: target, session)
        guard answer.status < 400 else { throw ClientError(answer) }
        guard let reply = try? JSON.decode(GazetteerReply.self, from: answer.body) else { throw .notOurs(answer) }
        if options.format == .text {
            try session.output.write(GazetteerText.imported(reply))
        } else {
            try session.output.write(exact: JSONLines.verbatim(answer.body))
        }
        return .success
    }

    /// Where it is sent.
    private var target: String {
        get throws(ClientError) {
            let uncompressed = FileName.splitCompression(path).0
            let usual = FileName.last(uncompressed).prefix { $0 != "." }
            guard let name = name ?? (path == "-" || usual.isEmpty ? nil : String(usual)) else {
                throw .usage("the gazetteer has no name", hint: "give it one with --name")
            }
            var request = GazetteerRequest()
            request.minPopulation = minPopulation
            let query = request.queryString
            return "/v1/entities/gazetteers/\(PercentEncoding.encode(name))" + (query.isEmpty ? "" : "?\(query)")
        }
    }

    private func send(_ file: InputFile, to target: String, _ session: Session) async throws(ClientError) -> HTTPReply {
        let request = HTTPRequest(.put, target, contentType: "text/tab-separated-values")
        var upload: Upload
        switch try await session.daemon.begin(request) {
        case .answered(let answer): return answer
        case .invited(let invited): upload = invited
        }
        while true {
            var piece = ByteBuffer()
            do {
                guard try file.read(into: &piece, count: Self.pieceSize) > 0 else { break }
            } catch {
                // The request is left without its end, so nothing of it is kept.
                throw unreadable(error)
            }
            guard await upload.send(piece) else { break }
        }
        return try await upload.finish().reply
    }

    private func unreadable(_ error: SystemError) -> ClientError {
        var failure = ClientError.unreadable(error)
        failure.message = "\(path): \(failure.message)"
        return failure
    }
}
