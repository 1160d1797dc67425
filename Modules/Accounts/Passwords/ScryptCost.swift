/// How dear it is to hash a password: memory is 128 · N · r bytes, done p times over (RFC 7914).
struct ScryptCost: Sendable, Equatable {
    /// The power of two in N.
    var logN: Int
    /// r
    var blockSize: Int
    /// p
    var passes: Int

    /// What a stored hash may ask for; more is refused, so that a changed file cannot exhaust the program.
    var isBearable: Bool { (1...18).contains(logN) && (1...16).contains(blockSize) && (1...16).contains(passes) }
}
