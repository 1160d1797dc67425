#if OptimalTeams
    import Personnel

    /// Groups of home units of which a team takes at most one person in all: a unit with everything above it, as far as those stand
    /// above each other. Stronger than pair by pair, and the same for whole numbers.
    enum UnitCliques {
        static func all(units: Set<String>, apart: [TeamApart]) -> [Set<String>] {
            let pairs = Set(apart.map { Set([$0.superior, $0.subordinate]) })
            let above = Dictionary(grouping: apart, by: \.subordinate).mapValues { $0.map(\.superior).sorted() }
            var cliques: [Set<String>] = []
            for unit in units.sorted() {
                var left = (above[unit] ?? []).filter(units.contains)
                repeat {
                    var clique: Set = [unit]
                    for superior in left where clique.allSatisfy({ $0 == unit || pairs.contains([$0, superior]) }) {
                        clique.insert(superior)
                    }
                    left.removeAll(where: clique.contains)
                    cliques.append(clique)
                } while !left.isEmpty
            }
            return cliques.filter { clique in !cliques.contains { $0.count > clique.count && $0.isSuperset(of: clique) } }
        }
    }
#endif
