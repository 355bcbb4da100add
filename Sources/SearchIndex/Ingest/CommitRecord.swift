/// One commit of the writer, for whoever counts them.
package struct CommitRecord: Sendable {
    /// How long it took.
    package var time: Duration
    /// Whether what it brought is on disk.
    package var isDone: Bool

    package init(time: Duration, isDone: Bool) {
        self.time = time
        self.isDone = isDone
    }
}
