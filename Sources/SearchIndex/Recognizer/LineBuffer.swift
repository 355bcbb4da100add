/// Cuts bytes that come in pieces into lines.
struct LineBuffer {
    private var rest: [UInt8] = []

    /// Bytes of the line that has not ended yet.
    var pending: Int { rest.count }

    /// Takes a piece, and gives the lines that it ends, without their ends; empty lines are left out.
    mutating func feed(_ piece: some Sequence<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for byte in piece {
            if byte == 0x0A {
                if !rest.isEmpty { lines.append(rest) }
                rest.removeAll(keepingCapacity: rest.count < 1 << 16)
            } else {
                rest.append(byte)
            }
        }
        return lines
    }

    /// Takes what there is of the last line.
    mutating func take() -> [UInt8] {
        defer { rest = [] }
        return rest
    }
}
