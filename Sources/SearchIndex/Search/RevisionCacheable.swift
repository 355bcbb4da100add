/// Something that a `RevisionCache` keeps.
protocol RevisionCacheable: Sendable {
    /// Bytes of memory held, about.
    var byteCount: Int { get }
}
