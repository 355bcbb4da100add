import Synchronization

/// Gives each request a short id, which its reply and all that is logged of it carry.
///
/// An id is twelve hexadecimal digits: a counter that begins at random, so that the ids of one daemon's life are not those
/// of another's.
final class RequestIDs: Sendable {
    private let next: Atomic<UInt64>

    /// The longest id of a client's own that is taken.
    static let longest = 64

    init(from first: UInt64 = .random(in: .min ... .max)) { next = Atomic(first) }

    /// A client's own id when it is fit to be logged, or a new one.
    /// - Parameter given: the value of the request's `x-request-id` header.
    func id(given: String?) -> String {
        if let given, Self.isFit(given) { return given }
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue & 0xFFFF_FFFF_FFFF
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 12 - digits.utf8.count) + digits
    }

    /// Letters, digits and `-._` need no quotes and no escapes anywhere.
    private static func isFit(_ text: String) -> Bool {
        (1...longest).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
