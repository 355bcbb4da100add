package import DatelineAPI

/// One step of an ingest: something to send, or something that cannot be.
package enum IngestStep: Sendable {
    case batch(IngestBatch)
    case failure(IngestError)
}

/// Articles for one request.
package struct IngestBatch: Sendable {
    /// What is sent.
    package var request: HTTPRequest
    /// The files that they come from.
    package var names: [String]
    /// How many bytes of all input had been read when the batch was complete, as they lie on disk.
    package var bytesRead: Int
}
