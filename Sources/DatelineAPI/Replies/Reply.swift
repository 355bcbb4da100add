/// A reply that carries the format's version, the index that answered, and the time it took.
package protocol Reply: Codable, JSONWritable, Equatable, Sendable {
    /// The version of the reply format.
    var schema: Int { get }
    /// The index and the revision that answered.
    var index: IndexStamp { get }
    /// How long the daemon took, in milliseconds.
    var tookMs: Double { get }
}
