#if HTTPHost
    import Foundation
    import Synchronization
    import Testing

    @testable import HTTPHost

    /// A log that nobody reads stops nobody.
    @Suite struct LogLaneTests {
        /// Where the lines go: it takes nothing until it is opened.
        private final class Gate: Sendable {
            private let opened = DispatchSemaphore(value: 0)
            private let taken = Mutex<[String]>([])
            var lines: [String] { taken.withLock { $0 } }

            func write(_ line: String) {
                opened.wait()
                opened.signal()
                taken.withLock { $0.append(line) }
            }

            func open() { opened.signal() }
        }

        @Test func linesAreTakenWhileNobodyReadsAndWrittenInTheirOrder() {
            let gate = Gate()
            let lane = LogLane(write: gate.write)
            for number in 1...100 { lane.add("\(number)\n") }
            #expect(gate.lines.isEmpty)
            gate.open()
            lane.finish(seconds: 60)
            #expect(gate.lines == (1...100).map { "\($0)\n" })
        }

        @Test func whatDoesNotFitIsLostAndCounted() {
            let gate = Gate()
            let lane = LogLane(most: 10, write: gate.write)
            for line in ["12345\n", "123\n", "1\n", "2\n"] { lane.add(line) }
            gate.open()
            lane.finish(seconds: 60)
            lane.add("more\n")
            lane.finish(seconds: 60)
            #expect(gate.lines.filter { !$0.contains("lost") } == ["12345\n", "123\n", "more\n"])
            let lost = gate.lines.filter { $0.contains("log lines lost") }
            #expect(lost.count == 1 && lost[0].contains("\"lines\":\"2\""))
        }
    }
#endif
