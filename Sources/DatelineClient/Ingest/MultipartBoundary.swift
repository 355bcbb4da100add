package import NIOCore

/// What separates the parts of a `multipart/form-data` body.
package struct MultipartBoundary: Sendable {
    /// Without the hyphens before it.
    package let text: String

    /// A boundary that no file can hold but by a chance of 1 in 2^128, for it is drawn anew.
    package init() {
        var random = SystemRandomNumberGenerator()
        text = "dateline-" + String(random.next(), radix: 16) + String(random.next(), radix: 16)
    }

    /// The media type of the body.
    package var contentType: String { "multipart/form-data; boundary=\(text)" }
    /// The end of the body.
    package var closing: ByteBuffer { ByteBuffer(string: "--\(text)--\r\n") }
}
