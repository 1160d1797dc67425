#if OptimalTeams
    import PluginKit

    enum OptimalTeamsStrings {
        static let table = StringTable(
            plugin: "optimalteams",
            """
            E-STATE.refusal.noSolver = 本机没有求解器 Cbc（coinor-libcbc3），请安装后再试，或手工编组 \
            || Cbc (coinor-libcbc3) is not on this machine: install it, or compose the teams by hand
            """)
    }
#endif
