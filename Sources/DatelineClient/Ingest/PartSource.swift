import DatelineAPI
import Glibc
import NIOCore

/// Turns files into parts of a request, some at a time and only when asked, so that memory stays bounded by what is in
/// flight.
///
/// Reading blocks the thread that it runs on, which is all right in a program that has nothing else to do meanwhile than
/// to wait for the daemon; what was given out before is sent by another thread.
struct PartSource {
    /// What separates the parts.
    let boundary: MultipartBoundary
    private let inputs: InputPaths
    private let inputFormat: InputFormat?
    private let limits: IngestLimits
    private var walk: FileWalk
    private var standardInputIsDue: Bool
    private var lines: LineStream?
    private var body: MultipartBody
    private var ready: [IngestStep] = []
    private var bytesRead = 0
    /// Whether something was given out since the last pause.
    private var isUnderway = false
    /// Files of other kinds in the folders.
    private(set) var skipped = 0

    /// `inputFormat`: the format of standard input and of every named file, whatever their names say.
    init(_ inputs: InputPaths, inputFormat: InputFormat?, limits: IngestLimits = IngestLimits()) {
        self.inputs = inputs
        self.inputFormat = inputFormat
        self.limits = limits
        walk = FileWalk(paths: inputs.paths)
        standardInputIsDue = inputs.readsStandardInput
        boundary = MultipartBoundary()
        body = MultipartBody(boundary: boundary)
    }

    /// The next step; nil when everything has been given out.
    mutating func next() -> IngestStep? {
        while true {
            if !ready.isEmpty { return ready.removeFirst() }
            if var stream = lines {
                lines = nil  // Otherwise the splitter's buffer would be shared, and copied with each chunk.
                if readLines(&stream) { lines = stream }
            } else if let entry = walk.next() {
                open(entry)
            } else if standardInputIsDue {
                standardInputIsDue = false
                open("-", name: "stdin", format: inputFormat ?? .ndjson, compression: nil)
            } else {
                send()
                if ready.isEmpty { return nil }
            }
        }
    }

    private mutating func open(_ entry: FileWalk.Entry) {
        switch entry {
        case .failure(let path, let error): fail(inputs.name(of: path), .unreadable(error))
        case .file(let path, let isNamed):
            let (plainPath, compression) = FileName.splitCompression(path)
            let known = InputFormat(fileName: plainPath)
            guard let format = isNamed ? inputFormat ?? known ?? .plain : known else {
                skipped += 1
                return
            }
            open(path, name: inputs.name(of: path), format: format, compression: compression)
        }
    }

    private mutating func open(_ path: String, name: String, format: InputFormat, compression: Compression?) {
        do throws(SystemError) {
            let file = try InputFile(path: path, compression: compression)
            if isSilent(file, hasMore: false) { pause() }
            if format == .ndjson {
                let splitter = LineSplitter(pieceSize: limits.piece, longestLine: limits.longest)
                lines = LineStream(file: file, name: name, splitter: splitter)
            } else {
                addPart(file, name: name, format: format)
            }
        } catch {
            fail(name, .unreadable(error))
        }
    }

    // MARK: Whole files

    private mutating func addPart(_ file: InputFile, name: String, format: InputFormat) {
        let size = file.size ?? 0
        if body.count + size > limits.piece { send() }
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
        if body.count >= limits.piece { send() }
    }

    /// Gives out the parts so far. `file` is the one that is being read, if its bytes are not counted yet.
    private mutating func send(reading file: InputFile? = nil) {
        guard body.count > 0 else { return }
        let (bytes, names) = body.take()
        let read = bytesRead + (file?.position ?? 0)
        ready.append(.piece(IngestPiece(bytes: bytes, names: names, bytesRead: read)))
        isUnderway = true
    }

    // MARK: Slow producers, `tail -f` say

    /// Whether there is something to commit, and nothing to read for a while.
    private func isSilent(_ file: InputFile, hasMore: Bool) -> Bool {
        (hasMore || isUnderway || body.count > 0) && !file.isReady(withinMilliseconds: limits.silence)
    }

    /// Has what is there committed instead of waiting for more.
    private mutating func pause(reading file: InputFile? = nil) {
        send(reading: file)
        ready.append(.pause)
        isUnderway = false
    }

    // MARK: Lines

    /// An NDJSON file on its way.
    private struct LineStream {
        let file: InputFile
        let name: String
        var splitter: LineSplitter
    }

    /// Reads on, and tells whether there may be more.
    private mutating func readLines(_ stream: inout LineStream) -> Bool {
        if isSilent(stream.file, hasMore: stream.splitter.hasWholeLines) {
            add(stream.splitter.flush(), of: stream)
            pause(reading: stream.file)
            return true
        }
        var chunk = ByteBuffer()
        do throws(ClientError) {
            if try stream.file.readSome(into: &chunk, count: limits.chunk) {
                add(stream.splitter.take(chunk), of: stream)
                return true
            }
            add(stream.splitter.finish(), of: stream)
        } catch {
            add(stream.splitter.flush(), of: stream)
            fail(stream.name, error)
        }
        bytesRead += stream.file.position
        return false
    }

    private mutating func add(_ pieces: [LineSplitter.Piece], of stream: LineStream) {
        for piece in pieces {
            switch piece {
            case .tooLong(let line): fail(stream.name, .tooLarge(limits.longest), line: line)
            case .lines(let bytes, let firstLine):
                if body.count + bytes.readableBytes > limits.piece { send(reading: stream.file) }
                body.append(name: stream.name, contentType: InputFormat.ndjson.contentType, firstLine: firstLine) {
                    $0.writeImmutableBuffer(bytes)
                }
                // Not together with the lines that follow: the daemon would wait for them meanwhile.
                if body.count >= limits.piece / 2 { send(reading: stream.file) }
            }
        }
    }

    private mutating func fail(_ name: String, _ error: ClientError, line: Int? = nil) {
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
