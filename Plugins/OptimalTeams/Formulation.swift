#if OptimalTeams
    import Persistence
    import Personnel

    /// A model as a linear problem. The columns are seats: how many people of a class serve in a team in a role.
    struct Formulation {
        private struct Seat {
            var people: Int
            var team: String
            var role: PoolKind
            var column: Int
        }

        /// What is asked; everything else is left open. Each person once, roles from the pools and the upper limits always hold.
        let asked: Set<TeamDemand>
        /// Demands that may fall short, at what price for each person.
        let prices: [TeamDemand: Int]
        let index: TeamIndex
        private let people: PersonClasses
        private var classes: [PersonClass] { people.all }
        private(set) var problem = LinearProblem()
        private var seats: [Seat] = []
        private var shortfalls: [TeamDemand: Int] = [:]
        /// A pin that nobody may take, so that there is no choice at all.
        private(set) var isImpossible = false

        /// - Parameter isScored: whether the score counts; otherwise any choice will do.
        init(
            _ index: TeamIndex, people: PersonClasses, asking asked: Set<TeamDemand>, isScored: Bool,
            prices: [TeamDemand: Int] = [:]
        ) {
            self.index = index
            self.people = people
            self.asked = asked
            self.prices = prices
            addSeats(isScored)
            for team in index.model.teams { addTeam(team, isScored) }
            addPeople()
            addPins()
        }

        // MARK: - Columns

        private mutating func addSeats(_ isScored: Bool) {
            let previous = Set(index.model.previous)
            let change = index.model.settings.points.change
            for team in index.model.teams where needs(team, isScored) {
                for (place, people) in classes.enumerated() {
                    guard let person = people.first else { continue }
                    for role in person.roles {
                        let seat = TeamSeat(person.id, in: team.id, as: role)
                        guard isOpen(seat, person) else { continue }
                        let points = (previous.contains(seat) ? change : 0) - TeamScore.cost(of: seat, in: index)
                        let column = problem.column(
                            0...Double(people.people.count), cost: isScored ? Double(-points) : 0, isWhole: true)
                        seats.append(Seat(people: place, team: team.id, role: role, column: column))
                    }
                }
            }
        }

        /// A team of which nothing is asked needs no columns.
        private func needs(_ team: TeamPlace, _ isScored: Bool) -> Bool {
            isScored
                || asked.contains { demand in
                    switch demand {
                    case .size(team.id), .leader(team.id), .deputies(team.id), .expertise(team.id, _): true
                    case .pin(let seat): seat.team == team.id
                    default: false
                    }
                }
        }

        /// Whether nothing that is asked forbids a seat.
        private func isOpen(_ seat: TeamSeat, _ person: TeamPerson) -> Bool {
            !index.absences(person).contains { asked.contains(.rule($0.rule)) }
                && !index.obstacles(seat).contains { asked.contains(.rule($0.rule)) }
                && !index.bars(seat).contains { asked.contains(.rule($0.rule)) }
        }

        // MARK: - Rows

        private mutating func addTeam(_ team: TeamPlace, _ isScored: Bool) {
            let own = seats.filter { $0.team == team.id }
            guard !own.isEmpty || needs(team, isScored) else { return }
            demand(.size(team: team.id), team.size.low, atMost: team.size.high, own.map(\.column))
            demand(.leader(team: team.id), 1, atMost: 1, own.filter { $0.role == .leader }.map(\.column))
            let deputies = own.filter { $0.role == .deputy }.map(\.column)
            demand(.deputies(team: team.id), team.deputies.low, atMost: team.deputies.high, deputies)
            for want in team.wants where want.isRequired {
                demand(
                    .expertise(team: team.id, specialty: want.specialty), want.count, atMost: .max,
                    columns(own) { $0.specialties.contains(want.specialty) })
            }
            addUnits(own, team)
            if isScored { addWishes(own, team, deputies) }
        }

        /// A sum of columns within limits, of which the lower one holds only where it is asked.
        private mutating func demand(_ demand: TeamDemand, _ low: Int, atMost high: Int, _ columns: [Int]) {
            let isAsked = asked.contains(demand)
            let limits = (isAsked ? Double(low) : 0)...(high == .max ? 1e9 : Double(high))
            var terms = columns.map { (column: $0, factor: 1.0) }
            if isAsked, let price = prices[demand] {
                let column = problem.column(0...Double(low), cost: Double(price), isWhole: true)
                shortfalls[demand] = column
                problem.row(0...limits.upperBound, terms)
                terms.append((column, 1))
                problem.row(limits.lowerBound...1e9, terms)
            } else {
                problem.row(limits, terms)
            }
        }

        private func columns(_ seats: [Seat], where isMeant: (TeamPerson) -> Bool) -> [Int] {
            seats.filter { classes[$0.people].first.map(isMeant) ?? false }.map(\.column)
        }

        private mutating func addUnits(_ own: [Seat], _ team: TeamPlace) {
            let byUnit = Dictionary(grouping: own) { classes[$0.people].first?.homeUnit ?? "" }.mapValues { $0.map(\.column) }
            let isApartAsked = asked.contains(.rule(TeamRules.superior.id))
            guard asked.contains(.rule(TeamRules.homeUnit.id)) else {
                return addPairs(isApartAsked ? index.model.apart : [], byUnit, team)
            }
            let groups = isApartAsked ? people.cliques : people.sharedUnits.sorted().map { [$0] }
            for group in groups {
                let columns = group.flatMap { byUnit[$0] ?? [] }
                if !columns.isEmpty { problem.row(0...1, sumOf: columns) }
            }
        }

        /// Superior and subordinate apart, where several may come from one unit: either from the one or from the other.
        private mutating func addPairs(_ apart: [TeamApart], _ byUnit: [String: [Int]], _ team: TeamPlace) {
            let most = Double(team.size.high)
            for pair in apart {
                guard let above = byUnit[pair.superior], let below = byUnit[pair.subordinate] else { continue }
                let which = problem.column(0...1, isWhole: true)
                problem.row(0...most, above.map { ($0, 1) } + [(which, most)])
                problem.row(-most...0, below.map { ($0, 1) } + [(which, -most)])
            }
        }

        private mutating func addWishes(_ own: [Seat], _ team: TeamPlace, _ deputies: [Int]) {
            let settings = index.model.settings
            for want in team.wants where want.weight > 0 {
                wish(want.count, want.weight, columns(own) { $0.specialties.contains(want.specialty) })
            }
            wish(settings.oldHands, settings.points.experience, columns(own, where: index.isOldHand))
            wish(settings.newcomers, settings.points.experience, columns(own, where: index.isNewcomer))
            let further = problem.column(0...1e6, cost: Double(settings.points.furtherDeputy), isWhole: false)
            problem.row(-1e9...Double(team.deputies.low), deputies.map { ($0, 1) } + [(further, -1)])
        }

        /// Points for each of so many people, as far as there are any.
        private mutating func wish(_ count: Int, _ points: Int, _ columns: [Int]) {
            guard count > 0, points > 0, !columns.isEmpty else { return }
            let reached = problem.column(0...Double(count), cost: Double(-points), isWhole: false)
            problem.row(-1e9...0, columns.map { ($0, -1) } + [(reached, 1)])
        }

        private mutating func addPeople() {
            for (place, seats) in Dictionary(grouping: seats, by: \.people).sorted(by: { $0.key < $1.key }) {
                problem.row(0...Double(classes[place].people.count), sumOf: seats.map(\.column))
            }
        }

        private mutating func addPins() {
            for pin in index.model.pins where asked.contains(.pin(pin)) {
                let columns = seats.filter {
                    $0.team == pin.team && $0.role == pin.role && classes[$0.people].first?.id == pin.person
                }.map(\.column)
                if columns.isEmpty && prices[.pin(pin)] == nil { isImpossible = true }
                demand(.pin(pin), 1, atMost: 1, columns)
            }
        }

        // MARK: - Reading a solution

        /// The people in their places; those of a class are taken in order.
        func choice(_ values: [Double]) -> [TeamSeat] {
            var next = [Int](repeating: 0, count: classes.count)
            var found: [TeamSeat] = []
            for seat in seats {
                let count = Int(values[seat.column].rounded())
                for person in classes[seat.people].people.dropFirst(next[seat.people]).prefix(count) {
                    found.append(TeamSeat(person.id, in: seat.team, as: seat.role))
                }
                next[seat.people] += count
            }
            return found
        }

        /// Whether seats are whole numbers.
        func isWhole(_ values: [Double]) -> Bool {
            zip(problem.columns, values).allSatisfy { !$0.isWhole || abs($1 - $1.rounded()) < 1e-6 }
        }

        /// Demands whose price for falling short is not for nothing, from a run without whole numbers.
        func pressing(_ reducedCosts: [Double]) -> Set<TeamDemand> {
            Set(shortfalls.filter { reducedCosts[$1] < problem.columns[$1].cost - 1e-6 }.keys)
        }

        /// By how much demands fall short.
        func shortfalls(_ values: [Double]) -> [TeamDemand: Int] {
            shortfalls.mapValues { Int(values[$0].rounded()) }.filter { $1 > 0 }
        }
    }
#endif
