import Corpus

/// Why one record was not indexed, or, as a warning, what it lacks.
package struct IngestFailure: Equatable, Sendable {
    package var name: String?
    package var line: Int?
    package var id: String?
    package var code: String
    package var message: String
    package var hint: String?

    package init(code: String, message: String, hint: String? = nil, name: String? = nil, line: Int? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.name = name
        self.line = line
    }

    init(_ error: ReaderError, name: String?) {
        self.name = name
        line = error.line
        code = error.code.rawValue
        message = error.message
        hint = error.hint
    }

    init(_ warning: RecognizerFailure, id: String, name: String?) {
        self.name = name
        self.id = id
        code = warning.code.rawValue
        message = warning.message
        hint = warning.hint
    }

    init(_ error: SearchIndexError, id: String, name: String?) {
        self.name = name
        self.id = id
        code = error.code.rawValue
        message = error.message
        hint = error.hint
    }
}
