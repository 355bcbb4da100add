import Entities

/// A stored passage.
package struct PassageView: Sendable {
    package var id: String
    package var number: Int
    package var text: String
    /// Where it stands in the article's text, in bytes.
    package var range: Range<Int>
    package var entities: [EntityView]
}

extension PassageView {
    /// The passage `docid`, with its names as the snapshot's corrections have them.
    init(_ record: PassageRecord, _ docid: UInt32, _ snapshot: Snapshot) {
        id = PassageID(article: record.articleID, number: record.number).description
        number = record.number
        text = record.text
        range = record.start..<record.start + record.text.utf8.count
        entities = (snapshot.names?.entities(of: record, in: docid, snapshot.values) ?? record.entities)
            .flatMap { entity -> [EntityView] in
                let ranges = entity.ranges.isEmpty ? [nil] : entity.ranges.map(Optional.some)
                return ranges.map { EntityView(type: entity.type.name, name: entity.name, range: $0) }
            }
            .sorted { ($0.range?.lowerBound ?? -1) < ($1.range?.lowerBound ?? -1) }
    }
}
