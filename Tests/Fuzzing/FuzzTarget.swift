/// Something of Dateline's that reads bytes from outside, and what must hold whatever the bytes are.
struct FuzzTarget: Sendable {
    var name: String
    /// Inputs to begin with.
    var seeds: [String]
    /// Pieces that inputs are made of, beside what libFuzzer finds by itself.
    var words: [String] = []
    /// Reads an input. Traps when something does not hold.
    var run: @Sendable (_ input: [UInt8]) -> Void
}

/// Traps, which libFuzzer reports with the input, unless `condition` holds.
func require(_ condition: Bool, _ what: @autoclosure () -> String) {
    if !condition { fatalError(what()) }
}
