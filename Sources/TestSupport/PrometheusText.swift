/// A strict reader of Prometheus' text format 0.0.4, as far as the daemon uses it.
package struct PrometheusText {
    /// One line: a name, labels and a value.
    package struct Sample {
        package var name: String
        package var labels: [String: String]
        package var value: Double
    }

    /// What stands below one `# TYPE`.
    package struct Family {
        package var name: String
        package var kind: String
        package var samples: [Sample] = []
    }

    /// What is wrong with a text.
    package struct Malformed: Error, CustomStringConvertible {
        package var description: String
    }

    package private(set) var families: [Family] = []

    /// - Throws: ``Malformed`` for the first line that the format does not allow.
    package init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw Malformed(description: "the last line has no end") }
        var helped: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
            if line.hasPrefix("# HELP ") {
                guard words.count == 4, Self.isName(words[2]), helped == nil else { throw Self.malformed(line) }
                helped = String(words[2])
            } else if line.hasPrefix("# TYPE ") {
                guard words.count == 4, helped == String(words[2]),
                    ["counter", "gauge", "histogram"].contains(words[3]),
                    !families.contains(where: { $0.name == words[2] })
                else { throw Self.malformed(line) }
                families.append(Family(name: String(words[2]), kind: String(words[3])))
                helped = nil
            } else {
                let sample = try Self.sample(line)
                guard helped == nil, let family = families.last, Self.belongs(sample, to: family) else {
                    throw Self.malformed(line)
                }
                families[families.count - 1].samples.append(sample)
            }
        }
        for family in families where family.kind == "histogram" { try Self.check(histogram: family) }
    }

    package func family(_ name: String) -> Family? { families.first { $0.name == name } }

    /// The value of a sample; nil when there is none with these labels.
    package func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        families.flatMap(\.samples).first { $0.name == name && $0.labels == labels }?.value
    }

    private static func belongs(_ sample: Sample, to family: Family) -> Bool {
        if family.kind == "histogram" {
            return [family.name + "_bucket", family.name + "_sum", family.name + "_count"].contains(sample.name)
                && (sample.labels["le"] != nil) == sample.name.hasSuffix("_bucket")
        }
        return sample.name == family.name && (family.kind != "counter" || sample.name.hasSuffix("_total"))
    }

    /// Buckets ascend in their bounds and do not fall in their counts; the last is for all, and equals the count.
    private static func check(histogram family: Family) throws {
        var groups: [[String: String]: [Sample]] = [:]
        for sample in family.samples { groups[sample.labels.filter { $0.key != "le" }, default: []].append(sample) }
        for (labels, samples) in groups {
            let buckets = samples.filter { $0.name.hasSuffix("_bucket") }
            let bounds = buckets.compactMap { $0.labels["le"].flatMap(Self.number) }
            let counts = buckets.map(\.value)
            guard bounds.count == buckets.count, bounds.last == .infinity,
                zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 }),
                zip(counts, counts.dropFirst()).allSatisfy({ $0 <= $1 }),
                samples.filter({ $0.name.hasSuffix("_count") }).map(\.value) == [counts.last],
                samples.count(where: { $0.name.hasSuffix("_sum") }) == 1
            else { throw Malformed(description: "the histogram \(family.name) \(labels) is none") }
        }
    }

    private static func sample(_ line: Substring) throws -> Sample {
        guard let space = line.lastIndex(of: " "), let value = number(line[line.index(after: space)...]) else {
            throw malformed(line)
        }
        let head = line[..<space]
        let name = head.prefix { $0 != "{" }
        guard isName(name) else { throw malformed(line) }
        let labels = try Self.labels(head.dropFirst(name.count), line)
        return Sample(name: String(name), labels: labels, value: value)
    }

    private static func labels(_ text: Substring, _ line: Substring) throws -> [String: String] {
        if text.isEmpty { return [:] }
        var labels: [String: String] = [:]
        var rest = text.dropFirst()
        while true {
            let name = rest.prefix { $0 != "=" }
            rest = rest.dropFirst(name.count + 1)
            guard isName(name), !name.contains(":"), rest.first == "\"" else { throw malformed(line) }
            rest = rest.dropFirst()
            var value = ""
            while let character = rest.first, character != "\"" {
                rest = rest.dropFirst()
                guard character == "\\" else {
                    value.append(character)
                    continue
                }
                let escapes: [Character: String] = ["\\": "\\", "\"": "\"", "n": "\n"]
                guard let escaped = rest.first.flatMap({ escapes[$0] }) else { throw malformed(line) }
                value += escaped
                rest = rest.dropFirst()
            }
            guard rest.first == "\"", labels.updateValue(value, forKey: String(name)) == nil else {
                throw malformed(line)
            }
            rest = rest.dropFirst()
            if rest == "}" { return labels }
            guard rest.first == "," else { throw malformed(line) }
            rest = rest.dropFirst()
        }
    }

    private static func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ":") }
    }

    private static func number(_ text: some StringProtocol) -> Double? {
        switch text {
        case "+Inf": .infinity
        case "-Inf": -.infinity
        case "NaN": .nan
        default: Double(text)
        }
    }

    private static func malformed(_ line: Substring) -> Malformed { Malformed(description: "not allowed: \(line)") }
}
