/// A count as a bar of block characters, an eighth of a column fine.
enum CountBar {
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// How many columns bars get on a terminal of this width; 0 where there is no room.
    static func width(on columns: Int) -> Int { columns < 50 ? 0 : min(20, columns / 5) }

    /// The bar, with spaces up to the width. A count that is not 0 is never without a mark.
    static func text(_ count: Int, of most: Int, width: Int) -> String {
        guard count > 0, most > 0 else { return String(repeating: " ", count: width) }
        let length = max(1, (min(count, most) * width * 8) / most)
        let whole = length / 8
        let part = eighths[length % 8]
        let used = whole + (part.isEmpty ? 0 : 1)
        return String(repeating: "█", count: whole) + part + String(repeating: " ", count: width - used)
    }
}
