/// How a file is compressed. A program of the system's, which must be installed, undoes it.
enum Compression: String, CaseIterable {
    case gzip, zstd

    /// What the path of such a file ends with.
    var suffix: String {
        switch self {
        case .gzip: ".gz"
        case .zstd: ".zst"
        }
    }

    /// What such a file begins with.
    var mark: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        }
    }
}
