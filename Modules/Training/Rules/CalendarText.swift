import Foundation

/// Writes iCalendar (RFC 5545): folded lines of at most 75 bytes, escaped texts, times in UTC.
struct CalendarText {
    /// One event.
    struct Event: Sendable, Hashable {
        enum Status: String, Sendable { case tentative = "TENTATIVE", confirmed = "CONFIRMED", cancelled = "CANCELLED" }

        /// The same for ever, so that a calendar knows a moved event again.
        var uid: String
        var span: TimeSpan
        var summary: String
        var location: String?
        var description: String?
        var status: Status
        /// Rises with each change.
        var sequence: Int
    }

    /// - Parameters:
    ///   - title: what calendars call it.
    ///   - stamp: when it was made, UTC, `20260301T083000Z`.
    static func text(_ events: [Event], title: String, stamp: String) -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//xuncha//training//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:\(escaped(title))",
        ]
        for event in events { lines += self.lines(event, stamp) }
        lines.append("END:VCALENDAR")
        return lines.map(folded).joined()
    }

    private static func lines(_ event: Event, _ stamp: String) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(escaped(event.uid))", "DTSTAMP:\(stamp)", "DTSTART:\(utc(event.span.start))",
            "DTEND:\(utc(event.span.end))", "SEQUENCE:\(event.sequence)", "STATUS:\(event.status.rawValue)",
            "SUMMARY:\(escaped(event.summary))",
        ]
        if let location = event.location { lines.append("LOCATION:\(escaped(location))") }
        if let description = event.description { lines.append("DESCRIPTION:\(escaped(description))") }
        return lines + ["END:VEVENT"]
    }

    /// A minute in Shanghai as UTC, `20240422T010000Z`.
    static func utc(_ time: SessionTime) -> String {
        let utc = time.adding(minutes: -8 * 60)
        let day = "\(utc.day)".replacing("-", with: "")
        return "\(day)T\(utc.clock.replacing(":", with: ""))00Z"
    }

    /// Backslash, comma, semicolon and line breaks are written with a backslash; other control characters are left out.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\", ",", ";": out += "\\\(scalar)"
            case "\n", "\r": out += "\\n"
            case _ where scalar.value < 0x20 && scalar != "\t" || scalar.value == 0x7F: continue
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// The line with its end, broken before the 76th byte, never inside a character; what follows begins with a space.
    static func folded(_ line: String) -> String {
        var out = "", room = 75
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if size > room {
                out += "\r\n "
                room = 74
            }
            out.unicodeScalars.append(scalar)
            room -= size
        }
        return out + "\r\n"
    }
}
