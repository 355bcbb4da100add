@testable import DatelineServer

extension DatelineFuzz {
    /// Parts of a body are the same however it is cut.
    static let multipart = FuzzTarget(
        name: "multipart",
        seeds: [
            "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--x--\r\n",
            "pre\r\n--x\r\n\r\n\r\n--x\r\nContent-Disposition: form-data; filename=b.ndjson; first-line=7\r\n\r\n{}\n{}\n\r\n--x--",
        ],
        words: [
            "\r\n--x\r\n", "\r\n--x--", "\r\n\r\n", "Content-Disposition: form-data; ", "Content-Type: ", "first-line=",
            "\r\n--", "filename=",
        ]
    ) { input in
        let whole = read(CollectionOfOne(input[...]), ended: true)
        let pieces = read(Pieces.of(input), ended: true)
        require(whole.parts == pieces.parts && whole.error == pieces.error, "the parts depend on the pieces")
        require(whole.parts.allSatisfy { $0.bytes.count <= 64 }, "a part is larger than its limit")
        for part in whole.parts where part.firstLine != nil {
            _ = batches(CollectionOfOne(part.bytes[...]), firstLine: part.firstLine ?? 1)
        }
    }

    private static func read(_ pieces: some Sequence<ArraySlice<UInt8>>, ended: Bool) -> (
        parts: [MultipartReader.Part], error: MultipartReader.Malformed?
    ) {
        guard var reader = MultipartReader(contentType: "multipart/form-data; boundary=x", maxPart: 64) else {
            fatalError("there is a boundary")
        }
        var parts: [MultipartReader.Part] = []
        do throws(MultipartReader.Malformed) {
            for piece in pieces { parts += try reader.feed(piece) }
            try reader.finish()
        } catch {
            // How many parts come out before a mistake is seen depends on the pieces.
            return ([], error)
        }
        return (parts, nil)
    }

    /// Lines are the same however the stream is cut, none is lost, and each has its number.
    static let lines = FuzzTarget(
        name: "lines", seeds: ["a\nbb\n\nccc\n", "no end", String(repeating: "long", count: 20) + "\nx\n"]
    ) { input in
        let whole = batches(CollectionOfOne(input[...]))
        require(whole == batches(Pieces.of(input)), "the batches depend on the pieces")
        var next = 1
        for piece in whole {
            switch piece {
            case .lines(let bytes, let first):
                require(first == next, "a line has another number")
                next += bytes.count { $0 == 0x0A }
            case .tooLong(let line):
                require(line == next, "a long line has another number")
                next += 1
            }
        }
        let kept = input.split(separator: 0x0A, omittingEmptySubsequences: false).filter { $0.count <= 32 }.joined(
            separator: [0x0A])
        let given = whole.flatMap { piece -> [UInt8] in if case .lines(let bytes, _) = piece { bytes } else { [] } }
        require(given.filter { $0 != 0x0A } == kept.filter { $0 != 0x0A }, "bytes are lost")
    }

    private static func batches(_ pieces: some Sequence<ArraySlice<UInt8>>, firstLine: Int = 1) -> [LineBatcher.Piece] {
        var batcher = LineBatcher(batchSize: 48, maxLine: 32, firstLine: firstLine)
        var given: [LineBatcher.Piece] = []
        for piece in pieces { given += batcher.feed(piece) }
        return given + batcher.finish()
    }
}
