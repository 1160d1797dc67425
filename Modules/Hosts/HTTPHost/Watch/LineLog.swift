#if HTTPHost
    import Foundation
    import Logging
    import Persistence

    /// A log of one JSON object a line, for people with `grep` and for programs.
    struct LineLog: LogHandler {
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level
        private let write: @Sendable (String) -> Void
        private let label: String

        init(label: String, level: Logger.Level, write: @escaping @Sendable (String) -> Void) {
            self.label = label
            self.write = write
            logLevel = level
        }

        /// The time as the log writes it.
        static var now: String { Instant(Date()).description }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            var line = "{\"time\":\"\(Self.now)\",\"level\":\"\(event.level)\",\"message\":"
            JSONLine.write("\(event.message)", to: &line)
            let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            for (key, value) in all.sorted(by: { $0.key < $1.key }) {
                line += ","
                JSONLine.write(key == "hb.request.id" ? "request" : key, to: &line)
                line += ":"
                JSONLine.write("\(value)", to: &line)
            }
            write(line + "}\n")
        }
    }

    /// Texts in JSON.
    enum JSONLine {
        static func write(_ text: String, to line: inout String) {
            line += "\""
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\"": line += "\\\""
                case "\\": line += "\\\\"
                case "\n": line += "\\n"
                case _ where scalar.value < 0x20: line += " "
                default: line.unicodeScalars.append(scalar)
                }
            }
            line += "\""
        }
    }
#endif
