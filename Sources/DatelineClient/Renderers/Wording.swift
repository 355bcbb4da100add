/// Numbers in sentences.
enum Wording {
    /// `1 story`, `2 stories`.
    static func count(_ number: Int, _ noun: String) -> String {
        if number == 1 { return "1 \(noun)" }
        return noun.hasSuffix("y") ? "\(number) \(noun.dropLast())ies" : "\(number) \(noun)s"
    }

    /// Seconds with one decimal: `0.4 s`.
    static func seconds(_ duration: Duration) -> String {
        let tenths = Int((duration / .milliseconds(100)).rounded())
        return "\(tenths / 10).\(tenths % 10) s"
    }

    /// How many times more frequent, with two decimals: `3.25`.
    static func lift(_ lift: Double) -> String {
        let hundredths = Int(max(0, min(lift * 100, 1e15)).rounded())
        let decimals = String(hundredths % 100)
        return "\(hundredths / 100).\(decimals.count == 1 ? "0" : "")\(decimals)"
    }

    /// A number with so many decimals, from 1 to 6: `-3.25`. One that is too large for that ends up as a million millions.
    static func decimal(_ number: Double, places: Int) -> String {
        var unit = 1
        for _ in 0..<places { unit *= 10 }
        let scaled = (max(-1e12, min(number, 1e12)) * Double(unit)).rounded()
        let digits = Int(scaled.magnitude)
        let decimals = String(digits % unit)
        return "\(scaled < 0 ? "-" : "")\(digits / unit)."
            + String(repeating: "0", count: places - decimals.utf8.count) + decimals
    }

    /// A size with one decimal and a unit of 1,000: `12.3 MB`.
    static func bytes(_ count: Int) -> String {
        var tenths = count * 10
        var units = ["B", "kB", "MB", "GB", "TB"][...]
        while tenths >= 10_000, units.count > 1 {
            tenths /= 1000
            units.removeFirst()
        }
        return units.first == "B" ? "\(count) B" : "\(tenths / 10).\(tenths % 10) \(units.first ?? "")"
    }
}
