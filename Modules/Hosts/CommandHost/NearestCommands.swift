/// Finds what somebody may have meant.
struct NearestCommands {
    let entries: [CommandEntry]

    /// Up to three commands that look like the words, the most alike first.
    func to(_ words: [String]) -> [String] {
        let commands = entries.map { $0.words }
        let sameGroup = commands.filter { $0.first == words.first }.map { $0.joined(separator: " ") }
        let typed = words.joined(separator: " ")
        let near = Nearness.nearest(to: typed, among: commands.map { $0.joined(separator: " ") })
        // Only the first words can be meant where more words follow than any command has.
        let leading = Nearness.nearest(
            to: words.prefix(2).joined(separator: " "), among: commands.map { $0.joined(separator: " ") })
        var found: [String] = []
        for command in near + leading + sameGroup where !found.contains(command) { found.append(command) }
        return Array(found.prefix(3))
    }
}

/// How alike two words are: the number of letters to change (Levenshtein).
enum Nearness {
    /// The candidates within reach of a word, the nearest first.
    static func nearest(to word: String, among candidates: [String]) -> [String] {
        let reach = max(2, word.count / 3)
        return candidates.map { ($0, distance(Array(word), Array($0))) }
            .filter { $0.1 <= reach }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            .map(\.0)
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var previous = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                current.append(min(previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == other ? 0 : 1)))
            }
            previous = current
        }
        return previous[right.count]
    }
}
