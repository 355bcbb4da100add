import DatelineAPI
import Glibc
import HTTPTypes
import Hummingbird
import SearchIndex

/// Answers `GET /v1/admin/backup`: the index as a tar stream.
///
/// The copy is made before the first byte is sent, and removed when the last one is, or the client is gone.
struct BackupRoute {
    /// A file of the copy could not be read: the body breaks off, short of the length that was said.
    private struct Unreadable: Error {}

    private static let pieceSize = 1 << 18

    let index: Index

    func respond() async throws -> Response {
        let backup = try await index.backup()
        let manifest = BackupManifest(
            uuid: backup.contents.stamp.uuid, revision: Int(clamping: backup.contents.stamp.revision),
            articles: backup.contents.articles, passages: backup.contents.passages,
            files: backup.files.map { .init(name: $0.name, bytes: $0.bytes) })
        let head = Array(manifest.description.utf8)
        let now = time(nil)
        let length =
            TarHeader.room(size: head.count) + backup.files.reduce(0) { $0 + TarHeader.room(size: $1.bytes) }
            + TarHeader.end.count
        let body = ResponseBody(contentLength: length) { writer in
            var first = ByteBuffer(bytes: TarHeader.bytes(name: BackupManifest.name, size: head.count, time: now))
            first.writeBytes(head)
            first.writeRepeatingByte(0, count: TarHeader.padding(size: head.count))
            try await writer.write(first)
            // Not on the event loop, where reading files would hold up all other replies.
            try await withTaskExecutorPreference(globalConcurrentExecutor) {
                for file in backup.files {
                    try await writer.write(
                        ByteBuffer(bytes: TarHeader.bytes(name: file.name, size: file.bytes, time: now)))
                    try await Self.send(file, &writer)
                }
            }
            try await writer.write(ByteBuffer(bytes: TarHeader.end))
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "application/x-tar"], body: body)
    }

    private static func send(_ file: Backup.File, _ writer: inout any ResponseBodyWriter) async throws {
        let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Unreadable() }
        defer { close(descriptor) }
        var rest = file.bytes
        while rest > 0 {
            var piece = ByteBuffer()
            let wanted = min(rest, pieceSize)
            let count = piece.writeWithUnsafeMutableBytes(minimumWritableBytes: wanted) { space in
                max(0, read(descriptor, space.baseAddress, wanted))
            }
            guard count > 0 else { throw Unreadable() }
            rest -= count
            try await writer.write(piece)
        }
        try await writer.write(ByteBuffer(repeating: 0, count: TarHeader.padding(size: file.bytes)))
    }
}
