import Hummingbird
import SearchIndex

/// Answers `GET /v1/export`: every article as it was given, one a line, read as the client takes it.
struct ExportRoute {
    let index: Index

    /// Bytes of lines that are read at a time.
    private static let partBytes = 1 << 20

    /// - Throws: what keeps the first part from being read; a later one that cannot be breaks the body off.
    func respond() async throws -> Response {
        let index = index
        let first = try await index.export(from: 1, bytes: Self.partBytes)
        let body = ResponseBody { writer in
            var part = first
            try await writer.write(ByteBuffer(bytes: part.lines))
            while let next = part.next {
                part = try await index.export(from: next, bytes: Self.partBytes)
                try await writer.write(ByteBuffer(bytes: part.lines))
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "application/x-ndjson"], body: body)
    }
}
