/// What the index has of names that were looked up.
package struct ScreenResult: Sendable {
    package var stamp: IndexStamp
    /// In the order asked for; fewer when the time was up.
    package var names: [ScreenedName]
    package var isExact: Bool

    /// What is known when nothing was reached.
    static func stopped(_ stamp: IndexStamp) -> ScreenResult { ScreenResult(stamp: stamp, names: [], isExact: false) }
}
