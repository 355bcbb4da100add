/// Reads dates as people and programs write them in metadata.
enum DateText {
    /// The day in `2025-08-02`, `20250802`, `2025-08-02T10:00:00+02:00`, `Aug 2, 2025`, `2 August 2025`, `Sat, 02 Aug 2025
    /// 10:00:00 GMT` and other forms that `DateScanner` knows; nil for anything else. Of several days it is the first.
    ///
    /// The day of a time stamp is the one that is written, in the time zone that is written: it is the day on which the
    /// paper came out where it came out.
    ///
    /// Forms such as 02/08/2025 are refused, since they mean different days to different readers.
    static func day(_ text: String) -> CalendarDay? {
        CalendarDay(text.trimmed()) ?? DateScanner(text.prefix(200)).found().first?.day
    }

    /// The one day that a text names in full; nil when it names none, or several.
    static func onlyDay(_ text: String) -> CalendarDay? {
        let days = Set(DateScanner(text.prefix(200)).found().map(\.day))
        return days.count == 1 ? days.first : nil
    }
}
