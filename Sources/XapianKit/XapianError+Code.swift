internal import CXapian

extension XapianError {
    /// Which error it is, named as the status of the shim. A newer shim may add codes.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package var rawValue: String

        package init(rawValue: String) {
            self.rawValue = rawValue
        }

        // The call was wrong.
        package static let logic = Code(rawValue: "logic")
        package static let assertion = Code(rawValue: "assertion")
        package static let invalidArgument = Code(rawValue: "invalid-argument")
        package static let invalidOperation = Code(rawValue: "invalid-operation")
        package static let unimplemented = Code(rawValue: "unimplemented")
        // The world was wrong.
        package static let runtime = Code(rawValue: "runtime")
        /// Input or output failed.
        package static let database = Code(rawValue: "database")
        package static let databaseClosed = Code(rawValue: "database-closed")
        package static let databaseCorrupt = Code(rawValue: "database-corrupt")
        package static let databaseCreate = Code(rawValue: "database-create")
        package static let databaseLock = Code(rawValue: "database-lock")
        /// Two commits have happened since the reader was opened; reopen and read again.
        package static let databaseModified = Code(rawValue: "database-modified")
        package static let databaseOpening = Code(rawValue: "database-opening")
        package static let databaseNotFound = Code(rawValue: "database-not-found")
        package static let databaseVersion = Code(rawValue: "database-version")
        package static let documentNotFound = Code(rawValue: "document-not-found")
        package static let featureUnavailable = Code(rawValue: "feature-unavailable")
        package static let `internal` = Code(rawValue: "internal")
        package static let network = Code(rawValue: "network")
        package static let networkTimeout = Code(rawValue: "network-timeout")
        package static let queryParser = Code(rawValue: "query-parser")
        package static let range = Code(rawValue: "range")
        package static let serialisation = Code(rawValue: "serialisation")
        package static let wildcard = Code(rawValue: "wildcard")
        // Not Xapian's.
        package static let nullArgument = Code(rawValue: "null-argument")
        package static let outOfMemory = Code(rawValue: "out-of-memory")
        package static let standardException = Code(rawValue: "standard-exception")
        package static let unknownException = Code(rawValue: "unknown-exception")
        /// Stopped as asked.
        package static let interrupted = Code(rawValue: "interrupted")
    }
}

extension XapianError.Code {
    init(status: cxapian_status) {
        self =
            switch status {
            case CXAPIAN_LOGIC: .logic
            case CXAPIAN_ASSERTION: .assertion
            case CXAPIAN_INVALID_ARGUMENT: .invalidArgument
            case CXAPIAN_INVALID_OPERATION: .invalidOperation
            case CXAPIAN_UNIMPLEMENTED: .unimplemented
            case CXAPIAN_RUNTIME: .runtime
            case CXAPIAN_DATABASE: .database
            case CXAPIAN_DATABASE_CLOSED: .databaseClosed
            case CXAPIAN_DATABASE_CORRUPT: .databaseCorrupt
            case CXAPIAN_DATABASE_CREATE: .databaseCreate
            case CXAPIAN_DATABASE_LOCK: .databaseLock
            case CXAPIAN_DATABASE_MODIFIED: .databaseModified
            case CXAPIAN_DATABASE_OPENING: .databaseOpening
            case CXAPIAN_DATABASE_NOT_FOUND: .databaseNotFound
            case CXAPIAN_DATABASE_VERSION: .databaseVersion
            case CXAPIAN_DOCUMENT_NOT_FOUND: .documentNotFound
            case CXAPIAN_FEATURE_UNAVAILABLE: .featureUnavailable
            case CXAPIAN_INTERNAL: .internal
            case CXAPIAN_NETWORK: .network
            case CXAPIAN_NETWORK_TIMEOUT: .networkTimeout
            case CXAPIAN_QUERY_PARSER: .queryParser
            case CXAPIAN_RANGE: .range
            case CXAPIAN_SERIALISATION: .serialisation
            case CXAPIAN_WILDCARD: .wildcard
            case CXAPIAN_NULL_ARGUMENT: .nullArgument
            case CXAPIAN_OUT_OF_MEMORY: .outOfMemory
            case CXAPIAN_STANDARD_EXCEPTION: .standardException
            case CXAPIAN_UNKNOWN_EXCEPTION: .unknownException
            case CXAPIAN_INTERRUPTED: .interrupted
            default: Self(rawValue: "status-\(status.rawValue)")
            }
    }

    /// Whether the engine's message speaks of files and the system only, never of text that was indexed or searched.
    var blamesFiles: Bool {
        [
            .database, .databaseClosed, .databaseCorrupt, .databaseCreate, .databaseLock, .databaseModified,
            .databaseNotFound, .databaseOpening, .databaseVersion, .outOfMemory,
        ].contains(self)
    }
}
