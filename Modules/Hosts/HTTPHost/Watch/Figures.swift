#if HTTPHost
    import Foundation
    import Synchronization

    /// What the host counts about itself, shown at `/metrics` as Prometheus reads it. No name of a person or record is among it.
    final class Figures: Sendable {
        private struct Key: Hashable {
            var label: String
            var method: String
            var status: Int
        }

        private struct Series {
            var count = 0
            var seconds = 0.0
            var buckets = [Int](repeating: 0, count: Figures.bounds.count)
        }

        private struct State {
            var series: [Key: Series] = [:]
            var inFlight = 0
        }

        /// Upper bounds of the durations, in seconds.
        private static let bounds = [0.005, 0.02, 0.1, 0.5, 2, 10]
        /// Different series beyond which new ones are counted together.
        private static let mostSeries = 2000
        private let state = Mutex(State())
        private let started = Date()

        func begin() { state.withLock { $0.inFlight += 1 } }

        func end(_ label: String, _ method: String, _ status: Int, seconds: Double) {
            state.withLock { state in
                state.inFlight -= 1
                var key = Key(label: label, method: method, status: status)
                if state.series[key] == nil, state.series.count >= Self.mostSeries { key.label = "other" }
                var series = state.series[key] ?? Series()
                series.count += 1
                series.seconds += seconds
                for (index, bound) in Self.bounds.enumerated() where seconds <= bound { series.buckets[index] += 1 }
                state.series[key] = series
            }
        }

        /// The text format of Prometheus.
        func text(lanes: WorkLanes) -> String {
            let (series, inFlight) = state.withLock {
                ($0.series.sorted { Self.order($0.key) < Self.order($1.key) }, $0.inFlight)
            }
            var out = "# TYPE xuncha_requests_total counter\n"
            for (key, value) in series { out += "xuncha_requests_total{\(Self.labels(key))} \(value.count)\n" }
            out += "# TYPE xuncha_request_seconds histogram\n"
            for (key, value) in series {
                for (bound, count) in zip(Self.bounds, value.buckets) {
                    out += "xuncha_request_seconds_bucket{\(Self.labels(key)),le=\"\(bound)\"} \(count)\n"
                }
                out += "xuncha_request_seconds_bucket{\(Self.labels(key)),le=\"+Inf\"} \(value.count)\n"
                out += "xuncha_request_seconds_sum{\(Self.labels(key))} \(value.seconds)\n"
                out += "xuncha_request_seconds_count{\(Self.labels(key))} \(value.count)\n"
            }
            out +=
                "# TYPE xuncha_requests_in_flight gauge\nxuncha_requests_in_flight \(inFlight)\n# TYPE xuncha_work_waiting gauge\n"
            for (lane, count) in lanes.load { out += "xuncha_work_waiting{lane=\"\(lane)\"} \(count)\n" }
            out += "# TYPE process_start_time_seconds gauge\nprocess_start_time_seconds \(started.timeIntervalSince1970)\n"
            if let bytes = Self.residentBytes() {
                out += "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes \(bytes)\n"
            }
            return out
        }

        private static func order(_ key: Key) -> String { "\(key.label) \(key.method) \(key.status)" }

        private static func labels(_ key: Key) -> String {
            "operation=\"\(key.label)\",method=\"\(key.method)\",status=\"\(key.status)\""
        }

        /// Memory of the process, where the system tells.
        private static func residentBytes() -> Int? {
            guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
                let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
            else { return nil }
            return pages * 4096
        }
    }
#endif
