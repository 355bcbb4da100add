/// An append-only array whose copies share all but their last chunk, so that a snapshot may keep one while the
/// writer goes on appending: an append copies at most one chunk of 1,024 elements and the short list of chunks.
struct ChunkedArray<Element: Sendable>: Sendable {
    private static var chunkSize: Int { 1024 }
    private var chunks: [[Element]] = []
    private(set) var count = 0

    subscript(index: Int) -> Element { chunks[index / Self.chunkSize][index % Self.chunkSize] }

    mutating func append(_ element: Element) {
        if count % Self.chunkSize == 0 {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Self.chunkSize)
        }
        chunks[chunks.count - 1].append(element)
        count += 1
    }
}
