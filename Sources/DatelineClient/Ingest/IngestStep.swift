package import DatelineAPI
package import NIOCore

/// One step of an ingest.
package enum IngestStep: Sendable {
    /// Something to send.
    case piece(IngestPiece)
    /// Something that cannot be sent.
    case failure(IngestError)
    /// The input is silent: what was sent so far is to be committed, without waiting for more.
    case pause
}

/// Whole parts of a multipart body.
package struct IngestPiece: Sendable {
    /// What is sent.
    package var bytes: ByteBuffer
    /// The files that they come from.
    package var names: [String]
    /// How many bytes of all input had been read when the piece was complete, as they lie on disk.
    package var bytesRead: Int
}
