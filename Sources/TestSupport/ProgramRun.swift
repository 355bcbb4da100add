/// What a program did: its exit status and all that it printed.
package struct ProgramRun: Sendable {
    /// The exit status, or 128 and the number of the signal that ended it.
    package var status: Int32
    /// Standard output.
    package var outputBytes: [UInt8]
    /// Standard error.
    package var diagnosticsBytes: [UInt8]

    /// Standard output as text.
    package var output: String { String(decoding: outputBytes, as: UTF8.self) }
    /// Standard error as text.
    package var diagnostics: String { String(decoding: diagnosticsBytes, as: UTF8.self) }

    /// Runs a program to its end without blocking the thread.
    ///
    /// - Parameter environment: all of the program's environment variables.
    /// - Throws: `ProgramError`: it cannot be started, or it did not end in time and was killed.
    package static func of(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [],
        timeout: Duration = .seconds(240)
    ) async throws -> ProgramRun {
        try await RunningProgram(program, arguments, environment: environment, input: input).end(within: timeout)
    }
}

/// Why a program did not run to its end.
package struct ProgramError: Error, CustomStringConvertible {
    /// What happened, with what the program had printed on standard error.
    package var description: String

    package init(description: String) { self.description = description }
}
