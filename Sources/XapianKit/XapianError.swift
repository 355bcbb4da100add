internal import CXapian

/// Why the engine refused or failed: a growable code, the engine's own words, and what to do about it.
///
/// `description` is fit for logs. `message` is not: for codes that blame an argument the engine quotes the argument,
/// which may be article or query text.
package struct XapianError: Error, Equatable, Sendable {
    /// Which error it is.
    package var code: Code
    /// The engine's words, at most 255 bytes.
    package var message: String
    /// What the engine says it was working on; mostly empty.
    package var context: String

    package init(code: Code, message: String, context: String = "") {
        self.code = code
        self.message = message
        self.context = context
    }

    /// What to do, when there is something.
    package var hint: String? {
        switch code {
        case .databaseLock: "Another process writes to this database; stop it first."
        case .databaseModified: "Reopen the database and read again."
        case .databaseNotFound: "Check the path, or create the database."
        case .databaseVersion: "The database was written by another version of Xapian; build it again."
        case .databaseCorrupt: "Check the database, and build it again or restore a backup."
        case .databaseCreate, .databaseOpening: "Check that the folder exists and that its permissions allow this."
        case .database: "Check the disk: space, permissions, hardware."
        default: nil
        }
    }

    init(_ error: cxapian_error) {
        self.init(
            code: Code(status: error.status),
            message: withUnsafeBytes(of: error.message) { Self.text($0) },
            context: withUnsafeBytes(of: error.context) { Self.text($0) })
    }

    /// The bytes up to the NUL; one that was cut inside a character ends in U+FFFD.
    private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}

extension XapianError: CustomStringConvertible {
    /// The code, with the message where that can only speak of files and not of text.
    package var description: String {
        code.blamesFiles && !message.isEmpty ? "\(code.rawValue): \(message)" : code.rawValue
    }
}
