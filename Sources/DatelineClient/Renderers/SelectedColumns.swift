import DatelineAPI

/// A hit as a flat JSON object of some columns; an absent value is null, so that every line has the same keys.
struct SelectedColumns: Encodable {
    let hit: Hit
    let columns: [HitColumn]

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: HitColumn.self)
        for column in columns {
            switch column {
            case .score: try container.encode(hit.score, forKey: column)
            case .start: try container.encode(hit.bytes.start, forKey: column)
            case .end: try container.encode(hit.bytes.end, forKey: column)
            default:
                let text = column.text(of: hit)
                try container.encode(text.isEmpty ? nil : text, forKey: column)
            }
        }
    }
}
