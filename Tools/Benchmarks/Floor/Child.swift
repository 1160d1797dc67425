import Foundation

/// A program started by the operating system's own means and watched until it says something.
struct Child {
    let path: String
    let arguments: [String]
    let environment: [String]

    init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) {
        self.path = path
        self.arguments = arguments
        self.environment = environment.map { "\($0)=\($1)" }
    }

    /// What a run gave.
    struct Run {
        var toFirstByte: Lap
        var status: Int32
        var output: Data
    }

    /// Starts it and measures until the first byte of its output, or its end where there is none.
    func run() throws -> Run {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw RawError("pipe: \(errno)") }
        defer { close(ends[0]) }
        let clock = ContinuousClock()
        let start = clock.now
        let process = try spawn(output: ends[1])
        close(ends[1])
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var output = Data()
        var count = read(ends[0], &buffer, buffer.count)
        let first = clock.now - start
        while count > 0 {
            output.append(contentsOf: buffer[..<count])
            count = read(ends[0], &buffer, buffer.count)
        }
        let (status, processor) = wait(process)
        return Run(toFirstByte: Lap(wall: first / .seconds(1), processor: processor), status: status, output: output)
    }

    private func spawn(output: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var process = pid_t()
        let code = posix_spawn(&process, path, &actions, nil, &words, &variables)
        guard code == 0 else { throw RawError("cannot start \(path): \(String(cString: strerror(code)))") }
        return process
    }

    private func wait(_ process: pid_t) -> (status: Int32, processor: Double) {
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return ((status >> 8) & 0xFF, seconds(usage.ru_utime) + seconds(usage.ru_stime))
    }
}
