/// Writes metrics in the text format of Prometheus, version 0.0.4.
///
///     # HELP dateline_articles Articles in the index.
///     # TYPE dateline_articles gauge
///     dateline_articles 33
struct MetricsWriter {
    /// The media type of what is written.
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// What a family of metrics is.
    enum Kind: String { case counter, gauge, histogram }

    /// The labels of one sample, as name and value.
    typealias Labels = [(name: String, value: String)]

    private(set) var text = ""

    /// Writes a family with one sample and no label.
    mutating func single(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
        family(name, kind, help, [([], value)])
    }

    /// Writes a family: its head, and a sample for each set of labels. Nothing when there are none.
    mutating func family(_ name: String, _ kind: Kind, _ help: String, _ samples: [(labels: Labels, value: Double)]) {
        if samples.isEmpty { return }
        head(name, kind, help)
        for sample in samples { line(name, sample.labels, sample.value) }
    }

    /// Writes a family of histograms. Nothing when there are none.
    mutating func histograms(_ name: String, _ help: String, _ samples: [(labels: Labels, histogram: Histogram)]) {
        if samples.isEmpty { return }
        head(name, .histogram, help)
        for (labels, histogram) in samples {
            let reading = histogram.reading
            for (place, count) in reading.counts.enumerated() {
                let bound = place < histogram.bounds.count ? Self.number(histogram.bounds[place]) : "+Inf"
                line(name + "_bucket", labels + [("le", bound)], Double(count))
            }
            line(name + "_sum", labels, reading.sum)
            line(name + "_count", labels, Double(reading.count))
        }
    }

    private mutating func head(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(Self.escaped(help, quote: false))\n# TYPE \(name) \(kind.rawValue)\n"
    }

    private mutating func line(_ name: String, _ labels: Labels, _ value: Double) {
        text += name
        if !labels.isEmpty {
            text +=
                "{" + labels.map { "\($0.name)=\"\(Self.escaped($0.value, quote: true))\"" }.joined(separator: ",")
                + "}"
        }
        text += " \(Self.number(value))\n"
    }

    /// A whole number without a point.
    private static func number(_ value: Double) -> String {
        Int(exactly: value).map { "\($0)" } ?? "\(value)"
    }

    private static func escaped(_ text: String, quote: Bool) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quote: escaped += "\\\""
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
