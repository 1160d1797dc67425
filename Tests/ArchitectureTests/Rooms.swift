/// Who may import whom, downward only. The one place where this is written down for the machine.
enum Rooms {
    /// Kernel targets that everything above the kernel may use.
    static let kernel: Set<String> = [
        "PluginKit", "Persistence", "Interchange", "Operations", "Deadlines", "PageKit", "Transfer",
    ]

    /// Domain modules; all of them come in through `Plugin`.
    static let domain: Set<String> = [
        "Organization", "Accounts", "Personnel", "Training", "StudyLog", "Statistics", "Inspection", "PartyGroups", "Clues",
        "Rectification",
    ]
    static let hosts: Set<String> = ["HostKit", "CommandHost", "HTTPHost"]

    /// Our own targets that a target may import. An add-on that is not named here may import the kernel and the domain.
    static let table: [String: Set<String>] = {
        let aboveInspection = kernel.union(["Organization", "Personnel", "Inspection", "Statistics"])
        return [
            "PluginKit": [],
            "Persistence": ["PluginKit"],
            "Interchange": ["PluginKit"],
            "Operations": ["PluginKit", "Persistence", "Interchange"],
            "Deadlines": ["PluginKit", "Persistence", "Interchange", "Operations"],
            "PageKit": ["PluginKit", "Persistence", "Interchange", "Operations"],
            "CTransfer": [],
            "Transfer": ["PluginKit"],
            "PluginTestKit": ["PluginKit", "Persistence", "Interchange", "Operations"],
            "Organization": kernel,
            "Accounts": kernel.union(["Organization"]),
            // For the slot of indicators, which Personnel fills.
            "Personnel": kernel.union(["Organization", "Statistics"]),
            // Statistics for the slot of indicators, as Inspection.
            "Training": kernel.union(["Organization", "Personnel", "Statistics"]),
            "StudyLog": kernel.union(["Organization", "Personnel", "Statistics"]),
            // For the days of a term.
            "Statistics": kernel.union(["Organization"]),
            // For the slot of indicators, which Inspection fills.
            "Inspection": kernel.union(["Organization", "Personnel", "Statistics"]),
            "PartyGroups": aboveInspection,
            "Clues": aboveInspection,
            "Rectification": aboveInspection,
            "HostKit": kernel,
            "CommandHost": kernel.union(["HostKit"]),
            // Brings a command of the host, and signs people in.
            "HTTPHost": kernel.union(["HostKit", "CommandHost", "Accounts"]),
            "Spreadsheets": ["PluginKit", "Interchange"],
            "OptimalTeams": ["PluginKit", "Persistence", "Personnel"],
            // Brings a command of the host.
            "Demo": kernel.union(domain).union(["HostKit", "CommandHost"]),
            "StandardPlugins": kernel.union(domain).union(hosts),
            "xuncha": ["CommandHost", "StandardPlugins"],
            "PagePreview": ["PluginKit", "Operations", "PageKit", "HostKit", "StandardPlugins"],
            "Benchmarks": kernel.union(domain).union(hosts).union(["StandardPlugins", "Spreadsheets", "Demo"]),
            "TeamBenchmark": ["Personnel", "OptimalTeams", "SampleTeams"],
        ]
    }()

    /// Packages and libraries that only some targets may import. The toolchain's own are open to all.
    static let libraries: [String: Set<String>] = [
        "GRDB": domain.union([
            "Persistence", "Operations", "Deadlines", "PageKit", "PluginTestKit", "HostKit", "HTTPHost", "Benchmarks",
        ]),
        "Crypto": ["Persistence", "Accounts", "HTTPHost"],
        "CryptoExtras": ["Accounts", "HTTPHost"],
        "GRDBSQLite": ["Persistence", "Benchmarks"],
        "ArgumentParser": ["CommandHost", "Benchmarks", "TeamBenchmark"],
        "CZlib": ["HTTPHost"],
        "CLibcurl": ["Transfer"],
        "CTransfer": ["Transfer"],
        "Mustache": ["PageKit"],
        "_FoundationICU": ["Persistence", "CommandHost"],
        "CXlsxWriter": ["Spreadsheets"],
        "CZip": ["Spreadsheets"],
        "CExpat": ["Spreadsheets"],
        "CCbc": ["OptimalTeams"],
    ]

    /// The web server and what it stands on.
    static let webServer: Set<String> = [
        "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "HTTPTypes", "Logging", "NIOCore", "NIOHTTPTypes", "NIOPosix",
        "NIOSSL", "ServiceLifecycle", "UnixSignals",
    ]

    static let toolchain: Set<String> = [
        "Foundation", "FoundationEssentials", "FoundationNetworking", "Synchronization", "Dispatch", "Glibc", "Musl", "Darwin",
    ]

    /// Why an import is not allowed; nil when it is.
    static func fault(of target: String, importing module: String, isAddOn: Bool = false, addOns: Set<String> = []) -> String? {
        if toolchain.contains(module) || module == target { return nil }
        if let users = webServer.contains(module) ? ["HTTPHost", "Benchmarks"] : libraries[module] {
            return users.contains(target) || isAddOn && table[target] == nil ? nil : "\(module) is for \(users.sorted())"
        }
        if target == "StandardPlugins", addOns.contains(module) { return nil }
        guard let allowed = table[target] ?? (isAddOn ? kernel.union(domain) : nil) else {
            return "\(target) is in no row of the table"
        }
        return allowed.contains(module) ? nil : "\(target) may import \(allowed.sorted())"
    }
}
