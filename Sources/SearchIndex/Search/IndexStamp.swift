/// Which state of which index an answer comes from.
package struct IndexStamp: Equatable, Sendable {
    package var uuid: String
    package var revision: UInt64
}
