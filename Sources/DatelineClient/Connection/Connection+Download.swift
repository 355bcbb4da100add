import DatelineAPI
import NIOCore
import NIOHTTP1

extension Connection {
    /// Sends a request on a connection of its own and writes the body of the reply to a file.
    ///
    /// - Returns: the reply, with its body when it is an error, and how many bytes were written.
    /// - Throws: ``ClientError`` as ``open(_:)`` and ``send(_:timeout:)``; `output_failed` when the file takes no more.
    static func download(
        _ request: HTTPRequest, from socket: String, to descriptor: Int32
    ) async throws(ClientError) -> Download.Outcome {
        let channel = try await connect(socket) { channel in
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(HTTPRequestEncoder())
            try pipeline.addHandler(ByteToMessageHandler(HTTPResponseDecoder(leftOverBytesStrategy: .dropBytes)))
        }
        let done = channel.eventLoop.makePromise(of: Download.Outcome.self)
        channel.eventLoop.execute {
            do {
                try channel.pipeline.syncOperations.addHandler(Download(to: descriptor, done: done))
            } catch { return done.fail(error) }
            let head = HTTPRequestHead(
                version: .http1_1, method: HTTPMethod(rawValue: request.method.rawValue), uri: request.target,
                headers: ["Host": "localhost"])
            channel.write(HTTPClientRequestPart.head(head), promise: nil)
            channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
        }
        do { return try await done.futureResult.get() } catch let error as Download.WriteFailed {
            throw ClientError(.outputFailed, "cannot write the output: \(error.reason)", exitStatus: .partial)
        } catch { throw failure(error, socket) }
    }
}
