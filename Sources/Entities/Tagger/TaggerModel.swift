/// What the tagger has learnt: weights of features and of neighbouring tags, and how words are cased.
///
/// One binary file, mapped; its bytes are in the order of a little-endian machine:
///
/// | bytes | what |
/// |---|---|
/// | 0–7 | `DLTAGGER` |
/// | 8–11 | version of the format and of the features, 1 |
/// | 12–15, 16–19 | slots of the feature table and of the casing table |
/// | 20–23 | what one step of a weight stands for, a 32-bit float |
/// | 24–… | 81 floats: weights of neighbouring tags, `previous × 9 + next` |
/// | then, from a multiple of 16 | features: hash (4 bytes), a signed byte for each of 9 tags, 3 zeros |
/// | then | casing: hash of the word (4 bytes), `WordCasing.code`, `WordCasing.typeCode`, 2 zeros |
///
/// Why it may be used from several threads: all properties are constants. `weights` and `casing` hold pointers into
/// the bytes of `file`, which this holds as long as it lives, and whose pages no thread can write;
/// `EntityRecognizer`, from which all reading starts, holds this for the length of every call. Nothing is cached or
/// counted while they are read. Indices stay inside the tables: `init` refuses a file whose length is not that of its
/// tables, a search begins below the number of slots and wraps there, and it ends because each table was seen to have
/// an empty slot.
// @unchecked Sendable: constants, and views into `file`, which is immutable and lives as long; proved just above.
package final class TaggerModel: @unchecked Sendable {
    package static let version: UInt32 = 1
    static let magic = Array("DLTAGGER".utf8)
    static let tablesStart = (24 + 4 * Tag.count * Tag.count + 15) / 16 * 16

    private let file: MappedFile
    let weights: WeightView
    let casing: CasingView
    let step: Float
    let transitions: [Float]
    /// A chain with these transitions, to be copied.
    let chain: Chain

    /// Maps the model at `path`. Does not read it whole, so it does not block for long.
    /// - Throws: `GazetteerError` of the code `unreadable` or `notModel`.
    package init(path: String) throws(GazetteerError) {
        guard let file = MappedFile(path: path) else {
            throw GazetteerError(
                code: .unreadable, message: "\(path): cannot read the tagger's model",
                hint: "check that it is there and readable; a checkout has it in index/")
        }
        let bytes = file.bytes
        guard bytes.count > Self.tablesStart, bytes.starts(with: Self.magic),
            bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self) == Self.version
        else { throw Self.damaged(path) }
        let features = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        let words = Int(bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
        let casingStart = Self.tablesStart + 16 * features
        guard features > 0, words > 0, bytes.count == casingStart + 8 * words,
            Self.hasEmptySlot(bytes, from: Self.tablesStart, slots: features, of: 16),
            Self.hasEmptySlot(bytes, from: casingStart, slots: words, of: 8), let base = bytes.baseAddress
        else { throw Self.damaged(path) }
        self.file = file
        weights = WeightView(
            slots: (base + Self.tablesStart).assumingMemoryBound(to: SIMD16<Int8>.self), count: features)
        casing = CasingView(slots: (base + casingStart).assumingMemoryBound(to: UInt64.self), count: words)
        step = bytes.loadUnaligned(fromByteOffset: 20, as: Float.self)
        transitions = (0..<Tag.count * Tag.count).map {
            bytes.loadUnaligned(fromByteOffset: 24 + 4 * $0, as: Float.self)
        }
        chain = Chain(weights: transitions)
    }

    private static func damaged(_ path: String) -> GazetteerError {
        GazetteerError(
            code: .notModel, message: "\(path): no tagger's model of version \(version), or a damaged one",
            hint: "take the one that came with this version, or train one with dateline-eval train")
    }

    /// Without an empty slot a search for what is not there would not end.
    private static func hasEmptySlot(_ bytes: UnsafeRawBufferPointer, from start: Int, slots: Int, of size: Int) -> Bool
    {
        (0..<slots).contains { bytes.loadUnaligned(fromByteOffset: start + $0 * size, as: UInt32.self) == 0 }
    }
}

extension TaggerModel {
    /// The bytes of a model's file.
    ///
    /// - Parameters:
    ///   - weights: for each feature one weight a tag; what rounds to nothing but zeros is left out.
    ///   - transitions: `previous × 9 + next`.
    ///   - casing: by `FeatureHash.word` of a word.
    package static func bytes(
        weights: [UInt32: [Float]], transitions: [Float], casing: [UInt32: WordCasing]
    ) -> [UInt8] {
        let top = weights.values.lazy.flatMap { $0 }.map(abs).max() ?? 0
        let step = max(top / 127, .leastNormalMagnitude)
        var features: [(key: UInt32, payload: [UInt8])] = []
        for (key, row) in weights.sorted(by: { $0.key < $1.key }) {
            let steps = row.map { Int8(($0 / step).rounded()) }
            guard steps.contains(where: { $0 != 0 }) else { continue }
            features.append((key, steps.map(UInt8.init(bitPattern:)) + [0, 0, 0]))
        }
        let words = casing.sorted { $0.key < $1.key }.map {
            (key: $0.key | 1, payload: [$0.value.code, $0.value.typeCode, 0, 0])
        }
        // Few searches go on to a second slot then, at the price of half the file.
        let featureSlots = features.count * 2 + 1
        let wordSlots = words.count * 3 / 2 + 1
        var bytes = magic
        func append(_ value: UInt32) {
            for byte in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
        }
        append(version)
        append(UInt32(featureSlots))
        append(UInt32(wordSlots))
        append(step.bitPattern)
        for weight in transitions { append(weight.bitPattern) }
        bytes.append(contentsOf: repeatElement(0, count: tablesStart - bytes.count))
        bytes += HashTable32.bytes(features, payload: 12, count: featureSlots)
        bytes += HashTable32.bytes(words, payload: 4, count: wordSlots)
        return bytes
    }
}
