package import DatelineAPI

/// A timeline, one period a line.
package enum TimelineLines {
    /// `period⇥count⇥total⇥rate`.
    package static func tabSeparated(_ periods: [TimelinePoint]) -> String {
        TabSeparated.render(
            periods.map { [$0.period, String($0.count), String($0.total), Wording.decimal($0.rate, places: 3)] })
    }

    /// A bar for each period, and its number: `2025-07  ██████▌ 13`. Lines are at most `width` columns wide where there is
    /// room for a bar at all.
    /// - Parameter showsRate: whether bars and numbers are rates instead of counts.
    package static func plot(_ periods: [TimelinePoint], showsRate: Bool, width: Int) -> String {
        let numbers = periods.map { showsRate ? Wording.decimal($0.rate, places: 1) : String($0.count) }
        let values = periods.map { showsRate ? $0.rate : Double($0.count) }
        let label = periods.map(\.period.utf8.count).max() ?? 0
        let room = max(width - label - 3 - (numbers.map(\.utf8.count).max() ?? 0), 8)
        let highest = values.max() ?? 0
        var text = ""
        for (index, period) in periods.enumerated() {
            let bar = highest > 0 ? bar(values[index] / highest, room: room) : ""
            text += "\(period.period)  \(bar)\(bar.isEmpty ? "" : " ")\(numbers[index])\n"
        }
        return text
    }

    /// A share of `room` columns, in eighths of a column; at least one unless the share is 0.
    private static func bar(_ share: Double, room: Int) -> String {
        let eighths = share > 0 ? max(1, Int((share * Double(room) * 8).rounded())) : 0
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }
}
