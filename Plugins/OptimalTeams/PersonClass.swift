#if OptimalTeams
    import Persistence
    import Personnel

    /// People whom a model cannot tell apart: same roles, specialties that matter, rounds served, reasons against, and home unit where
    /// that matters. One column for each class instead of one for each person keeps the problem the same and makes it smaller.
    struct PersonClass {
        /// In the order of R-SEL-03.
        var people: [TeamPerson]

        var first: TeamPerson? { people.first }

        static func all(of index: TeamIndex, shared: Set<String>) -> [PersonClass] {
            let model = index.model
            let wanted = Set(model.teams.flatMap(\.wants).map(\.specialty))
            let single = Set((model.pins + model.previous).map(\.person))
            let bars = Dictionary(grouping: model.forbidden + model.penalties, by: \.person)

            func key(_ person: TeamPerson) -> [String] {
                guard !single.contains(person.id) else { return [person.id.description] }
                let unit = shared.contains(person.homeUnit) ? person.homeUnit : ""
                let against = (bars[person.id] ?? []).map { bar in
                    "\(bar.team) \(bar.rule) \(bar.roles.map(\.rawValue).sorted().joined(separator: "+")) \(bar.weight ?? -1)"
                }
                return [
                    person.roles.map(\.rawValue).sorted().joined(separator: "+"), unit,
                    wanted.intersection(person.specialties).sorted().joined(separator: "+"), "\(person.roundsServed)",
                    index.absences(person).map(\.rule).sorted().joined(separator: "+"),
                    person.obstacles.map { "\($0.role.rawValue) \($0.rule)" }.sorted().joined(separator: "+"),
                ] + against.sorted()
            }

            var places: [[String]: Int] = [:]
            var classes: [PersonClass] = []
            for person in model.people {
                let key = key(person)
                if let place = places[key] {
                    classes[place].people.append(person)
                } else {
                    places[key] = classes.count
                    classes.append(PersonClass(people: [person]))
                }
            }
            return classes
        }
    }

    /// A model's people as classes, and their home units as groups of which a team takes one person: what every formulation of
    /// the model has in common.
    struct PersonClasses {
        let all: [PersonClass]
        /// Units from which several people come, or which stand above or below another. Of the others no class is made.
        let sharedUnits: Set<String>
        /// The groups where superior and subordinate are to be apart.
        let cliques: [[String]]

        init(of index: TeamIndex) {
            let model = index.model
            let crowded = Dictionary(grouping: model.people, by: \.homeUnit).filter { $1.count > 1 }.keys
            sharedUnits = Set(crowded).union(model.apart.flatMap { [$0.superior, $0.subordinate] })
            all = PersonClass.all(of: index, shared: sharedUnits)
            cliques = UnitCliques.all(units: sharedUnits, apart: model.apart).map { $0.sorted() }
        }
    }
#endif
