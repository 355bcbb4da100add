import DatelineAPI
import Glibc
import NIOCore

/// Turns files into requests, one at a time and only when asked, so that memory stays bounded by what is in flight.
///
/// An actor because two connections draw from it. Reading blocks the thread that it runs on, which is all right in a
/// program that has nothing else to do meanwhile than to wait for the daemon.
actor BatchSource {
    private let inputs: InputPaths
    private let inputFormat: InputFormat?
    private let limits: IngestLimits
    private var walk: FileWalk
    private var standardInputIsDue: Bool
    private var lines: LineStream?
    private var body = MultipartBody()
    private var ready: [IngestStep] = []
    private var bytesRead = 0
    private var isStopped = false
    /// Files of other kinds in the folders.
    private(set) var skipped = 0

    /// `inputFormat`: the format of standard input and of every named file, whatever their names say.
    init(_ inputs: InputPaths, inputFormat: InputFormat?, limits: IngestLimits = IngestLimits()) {
        self.inputs = inputs
        self.inputFormat = inputFormat
        self.limits = limits
        walk = FileWalk(paths: inputs.paths)
        standardInputIsDue = inputs.readsStandardInput
    }

    /// The next step; nil when everything has been given out, or after `stop`.
    func next() -> IngestStep? {
        while !isStopped {
            if !ready.isEmpty { return ready.removeFirst() }
            if var stream = lines {
                lines = nil  // Otherwise the splitter's buffer would be shared, and copied with each chunk.
                if readLines(&stream) { lines = stream }
            } else if let entry = walk.next() {
                open(entry)
            } else if standardInputIsDue {
                standardInputIsDue = false
                open("-", name: "stdin", format: inputFormat ?? .ndjson, isCompressed: false)
            } else {
                send()
                if ready.isEmpty { return nil }
            }
        }
        return nil
    }

    /// Makes `next` give nothing any more: a connection has failed for good.
    func stop() {
        isStopped = true
    }

    private func open(_ entry: FileWalk.Entry) {
        switch entry {
        case .failure(let path, let error): fail(inputs.name(of: path), .unreadable(error))
        case .file(let path, let isNamed):
            let (plainPath, isCompressed) = FileName.splitCompression(path)
            let known = InputFormat(fileName: plainPath)
            guard let format = isNamed ? inputFormat ?? known ?? .plain : known else {
                skipped += 1
                return
            }
            open(path, name: inputs.name(of: path), format: format, isCompressed: isCompressed)
        }
    }

    private func open(_ path: String, name: String, format: InputFormat, isCompressed: Bool) {
        do throws(SystemError) {
            let file = try InputFile(path: path, isCompressed: isCompressed)
            if format == .ndjson {
                let splitter = LineSplitter(pieceSize: limits.request, longestLine: limits.longest)
                lines = LineStream(file: file, name: name, splitter: splitter)
            } else {
                addPart(file, name: name, format: format)
            }
        } catch {
            fail(name, .unreadable(error))
        }
    }

    // MARK: Whole files

    private func addPart(_ file: InputFile, name: String, format: InputFormat) {
        let size = file.size ?? 0
        if body.names.count == limits.filesInRequest || body.count + size > limits.request { send() }
        do throws(ClientError) {
            try body.append(name: name, contentType: format.contentType) { buffer throws(ClientError) in
                guard size <= limits.longest else { throw .tooLarge(limits.longest) }
                buffer.reserveCapacity(minimumWritableBytes: size)
                let start = buffer.writerIndex
                while try file.readSome(into: &buffer, count: limits.chunk) {
                    guard buffer.writerIndex - start <= limits.longest else { throw .tooLarge(limits.longest) }
                }
            }
        } catch {
            fail(name, error)
        }
        bytesRead += file.position
        if body.count >= limits.request { send() }
    }

    private func send() {
        guard !body.names.isEmpty else { return }
        let (names, contentType) = (body.names, body.contentType)
        let request = HTTPRequest(.post, "/v1/articles", contentType: contentType, body: body.finish())
        ready.append(.batch(IngestBatch(request: request, names: names, bytesRead: bytesRead)))
    }

    // MARK: Lines

    /// An NDJSON file on its way.
    private struct LineStream {
        let file: InputFile
        let name: String
        var splitter: LineSplitter
    }

    /// Reads on, and tells whether there may be more.
    private func readLines(_ stream: inout LineStream) -> Bool {
        // A slow producer, `tail -f` say: send what is there instead of waiting for a full request.
        if stream.splitter.hasWholeLines, !stream.file.isReady(withinMilliseconds: 500) {
            give(stream.splitter.flush(), of: stream)
            return true
        }
        var chunk = ByteBuffer()
        do throws(ClientError) {
            if try stream.file.readSome(into: &chunk, count: limits.chunk) {
                give(stream.splitter.take(chunk), of: stream)
                return true
            }
            give(stream.splitter.finish(), of: stream)
        } catch {
            give(stream.splitter.flush(), of: stream)
            fail(stream.name, error)
        }
        bytesRead += stream.file.position
        return false
    }

    private func give(_ pieces: [LineSplitter.Piece], of stream: LineStream) {
        for piece in pieces {
            switch piece {
            case .tooLong(let line): fail(stream.name, .tooLarge(limits.longest), line: line)
            case .lines(let bytes, let firstLine):
                let request = HTTPRequest(
                    .post, "/v1/articles?name=\(PercentEncoding.encode(stream.name))&first_line=\(firstLine)",
                    contentType: InputFormat.ndjson.contentType, body: bytes)
                let read = bytesRead + stream.file.position
                ready.append(.batch(IngestBatch(request: request, names: [stream.name], bytesRead: read)))
            }
        }
    }

    private func fail(_ name: String, _ error: ClientError, line: Int? = nil) {
        ready.append(
            .failure(
                IngestError(
                    name: name, line: line, code: error.code.rawValue, message: error.message, hint: error.hint)))
    }
}

extension InputFile {
    /// Appends up to `count` bytes; false at the end. Blocks.
    ///
    /// - Throws: ``ClientError`` with the code `unreadable`.
    fileprivate func readSome(into buffer: inout ByteBuffer, count: Int) throws(ClientError) -> Bool {
        do throws(SystemError) {
            return try read(into: &buffer, count: count) > 0
        } catch {
            throw .unreadable(error)
        }
    }
}

extension ClientError {
    fileprivate static func unreadable(_ error: SystemError) -> ClientError {
        if error.number == EILSEQ {
            return ClientError(.unreadable, "this is not a whole gzip file", exitStatus: .partial)
        }
        return ClientError(.unreadable, "cannot read it: \(error)", exitStatus: .partial)
    }

    fileprivate static func tooLarge(_ limit: Int) -> ClientError {
        ClientError(
            .tooLarge, "longer than \(Wording.bytes(limit))", hint: "split it, for example into lines of NDJSON",
            exitStatus: .partial)
    }
}
