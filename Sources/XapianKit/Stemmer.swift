internal import CXapian

/// A stemming algorithm: `trading`, `trades` and `trade` have one stem.
///
/// Confined to one thread: the algorithm works in place.
package final class Stemmer {
    private let handle: OpaquePointer

    /// The stemmer of a language, by English name or ISO code; `none` leaves words as they are.
    /// - Throws: `.invalidArgument` (unknown language), `.outOfMemory`.
    package init(language: String) throws(XapianError) {
        handle = try Shim.handle { cxapian_stemmer_new(language, language.utf8.count, $0, $1) }
    }

    deinit {
        cxapian_stemmer_free(handle)
    }

    /// The languages there are stemmers for, by English name.
    /// - Throws: `.outOfMemory`.
    package static func languages() throws(XapianError) -> [String] {
        try Shim.text { cxapian_stemmer_languages($0, $1) }.split(separator: " ").map(String.init)
    }

    /// Appends the stem of a lower-case UTF-8 word.
    /// - Throws: `.outOfMemory`.
    package func stem(_ word: Span<UInt8>, into output: inout [UInt8]) throws(XapianError) {
        var bytes: UnsafePointer<CChar>?
        var size = 0
        try word.withUnsafeBytes { (word) throws(XapianError) in
            try Shim.call { cxapian_stemmer_stem(handle, word.baseAddress, word.count, &bytes, &size, $0) }
        }
        output.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: size))
    }

    /// The stem of a lower-case UTF-8 word.
    /// - Throws: `.outOfMemory`.
    package func stem(_ word: [UInt8]) throws(XapianError) -> [UInt8] {
        var output: [UInt8] = []
        try stem(word.span, into: &output)
        return output
    }

    /// The stem of a lower-case word.
    /// - Throws: `.outOfMemory`.
    package func stem(_ word: String) throws(XapianError) -> String {
        String(decoding: try stem([UInt8](word.utf8)), as: UTF8.self)
    }
}

@available(*, unavailable)
extension Stemmer: Sendable {}
