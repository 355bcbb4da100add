/// Reads dates as people and programs write them in metadata.
enum DateText {
    /// The day in `2025-08-02`, `2025-08-02T10:00:00Z`, `Aug 2, 2025`, `2 August 2025` or `Sat, 02 Aug 2025 10:00:00
    /// GMT`; nil for anything else. Forms such as 02/08/2025 are refused, since they mean different days to different
    /// readers.
    static func day(_ text: String) -> CalendarDay? {
        if let day = CalendarDay(text.trimmed()) { return day }
        var month: Int?
        var numbers: [Int] = []
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            if let found = months.firstIndex(of: word.prefix(3).lowercased()), word.first?.isLetter == true {
                month = month ?? found + 1
            } else if let number = Int(word.prefix { $0.isNumber }), numbers.count < 2 {
                numbers.append(number)
            }
        }
        guard let month, numbers.count == 2, numbers[1] > 31 else { return nil }
        return CalendarDay(year: numbers[1], month: month, day: numbers[0])
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
