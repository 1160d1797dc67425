import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where the command line reads and writes; a test puts its own in the place of the terminal.
public struct Console: Sendable {
    public var write: @Sendable (String) -> Void
    public var writeError: @Sendable (String) -> Void
    /// Writes bytes as they are, for documents sent to the standard output.
    public var writeData: @Sendable (Data) -> Void
    /// One line that a person types; nil at the end.
    public var readLine: @Sendable () -> String?
    /// Everything there is on the standard input.
    public var readAll: @Sendable () throws -> Data
    /// Whether a person reads the standard output.
    public var isTerminal: Bool
    /// Whether a person reads the error output.
    public var isErrorTerminal: Bool
    /// Width of the terminal in columns; nil when there is none.
    public var columns: Int?

    public init(
        write: @escaping @Sendable (String) -> Void, writeError: @escaping @Sendable (String) -> Void,
        writeData: @escaping @Sendable (Data) -> Void, readLine: @escaping @Sendable () -> String?,
        readAll: @escaping @Sendable () throws -> Data, isTerminal: Bool = false, isErrorTerminal: Bool = false,
        columns: Int? = nil
    ) {
        self.write = write
        self.writeError = writeError
        self.writeData = writeData
        self.readLine = readLine
        self.readAll = readAll
        self.isTerminal = isTerminal
        self.isErrorTerminal = isErrorTerminal
        self.columns = columns
    }

    /// The terminal, or what stands in its place.
    public static var system: Console {
        Console(
            write: { put($0, to: STDOUT_FILENO) }, writeError: { put($0, to: STDERR_FILENO) },
            writeData: { data in data.withUnsafeBytes { put($0, to: STDOUT_FILENO) } }, readLine: { Swift.readLine() },
            readAll: { try FileHandle.standardInput.readToEnd() ?? Data() }, isTerminal: isatty(STDOUT_FILENO) == 1,
            isErrorTerminal: isatty(STDERR_FILENO) == 1, columns: terminalColumns())
    }

    private static func put(_ text: String, to file: Int32) {
        var text = text
        text.withUTF8 { put(UnsafeRawBufferPointer($0), to: file) }
    }

    private static func put(_ bytes: UnsafeRawBufferPointer, to file: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno != EINTR { return }
            rest = rest.dropFirst(max(0, count))
        }
    }

    private static func write(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(file, bytes, count)
        #elseif canImport(Musl)
            Musl.write(file, bytes, count)
        #else
            Darwin.write(file, bytes, count)
        #endif
    }

    private static func terminalColumns() -> Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
