#if OptimalTeams
    import Personnel
    import PluginKit

    /// The best teams, found by Cbc.
    ///
    /// Stands behind the package trait `OptimalTeams`; needs coinor-libcbc (EPL).
    public enum OptimalTeamsPlugin: Plugin {
        public static let manifest = PluginManifest(
            id: "optimalteams", version: Version(1), requires: [.init("personnel")], capabilities: [TeamSolvers.slot])

        public static func register(with registrar: inout Registrar) {
            registrar.add(solver, to: TeamSolvers.self)
            registrar.add(OptimalTeamsStrings.table)
        }

        package static let solver = TeamSolver("Cbc") {
            try Cbc.require()
            return try TeamOptimizer($0, $1).answer()
        }
    }
#endif
