/// The folded form of each scalar, looked up in one step below U+2000.
struct FoldingTable: Sendable {
    static let shared = FoldingTable()

    /// Folded forms of U+0000 … U+1FFF: up to three UTF-8 bytes, the first in the low byte, and their number in the top
    /// byte. A number of 0 drops the scalar.
    private let low: [UInt32]
    /// The form of each lower-case scalar in `groups`.
    private let forms: [UInt32: String]

    private init() {
        var forms: [UInt32: String] = [:]
        for (form, scalars) in Self.groups {
            for scalar in scalars.unicodeScalars { forms[scalar.value] = form }
        }
        self.forms = forms
        low = (0..<UInt32(0x2000)).map { value in
            let bytes = Array(Self.form(value, forms).utf8)
            return bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) } | UInt32(bytes.count) << 24
        }
    }

    /// Appends the folded form of a scalar outside ASCII.
    @inline(__always)
    func append(_ value: UInt32, to output: inout [UInt8]) {
        guard value < 0x2000 else { return output.append(contentsOf: Self.form(value, forms).utf8) }
        var packed = low[Int(value)]
        for _ in 0..<(packed >> 24) {
            output.append(UInt8(truncatingIfNeeded: packed))
            packed >>= 8
        }
    }

    private static func form(_ value: UInt32, _ forms: [UInt32: String]) -> String {
        if isDropped(value) { return "" }
        switch value {
        case 0x130: return "i"
        case 0x2BB, 0x2BC, 0x2018, 0x2019, 0xFF07: return "'"
        case 0xFF01...0xFF5E: return form(value - 0xFEE0, forms)
        default: break
        }
        guard let scalar = Unicode.Scalar(value) else { return "" }
        let lower = scalar.properties.lowercaseMapping
        return lower.unicodeScalars.first.flatMap { forms[$0.value] } ?? lower
    }

    /// Accents and vowel points of scripts that are read without them, and joiners that show nothing.
    private static func isDropped(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x300..<0x370, 0x483..<0x488, 0x591..<0x5BE, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, 0x610..<0x61B,
            0x640, 0x64B..<0x660, 0x670, 0x1AB0..<0x1B00, 0x1DC0..<0x1E00, 0x200C, 0x200D, 0x2060, 0x20D0..<0x20F1,
            0xFE00..<0xFE10, 0xFE20..<0xFE30, 0xE0100..<0xE01F0:
            true
        default: false
        }
    }
}
