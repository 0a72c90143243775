// swift-tools-version: 6.3
import PackageDescription

/// A C library from Debian, seen through a module map and a shim header in `Sources/<name>`.
func system(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func module(_ name: String, _ imports: [String]) -> Target {
    .target(name: name, dependencies: imports.map { .byName(name: $0) }, path: "Sources/\(name)")
}

func program(_ name: String, path: String, _ imports: [String]) -> Target {
    .executableTarget(name: name, dependencies: imports.map { .byName(name: $0) }, path: path)
}

func tests(_ name: String, _ imports: [String], resources exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: imports.map { .byName(name: $0) }, path: "Tests/\(name)", exclude: exclude)
}

func support(_ name: String, _ imports: [String]) -> Target {
    .target(name: name, dependencies: imports.map { .byName(name: $0) }, path: "Tests/Support/\(name)")
}

// Dependencies point one way: a target imports only what stands above it (Docs/Architecture.md).
let all: [Target] = [
    system("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
    system("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    system("COpenSSL", pkgConfig: "openssl", apt: "libssl-dev"),
    system("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
    system("CQRCode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    system("CMicroHTTPD", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
    system("CXlsxWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
    system("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),
    system("CCairo", pkgConfig: "cairo-ft", apt: "libcairo2-dev"),
    .target(name: "CLinux", path: "Sources/CLinux"),
    .target(name: "CFont", path: "Sources/CFont", exclude: ["RollcallSans.otf", "OFL.txt"]),
    .target(name: "CPages", dependencies: ["CSQLite"], path: "Sources/CPages"),

    module("Vocabulary", []),
    module("Wire", []),
    module("Causality", []),
    module("Threads", ["CLinux"]),
    module("Crypto", ["CSodium"]),
    module("Facts", ["Wire", "Causality"]),
    module("Journal", ["Vocabulary", "Wire", "Causality", "Crypto", "Facts"]),
    module("Passes", ["Wire", "Crypto"]),
    module("Messages", ["Vocabulary", "Wire"]),
    module("Deflate", ["CZlib"]),
    module("Connection", ["Deflate", "Wire", "Messages"]),
    module("Domain", ["Vocabulary", "Causality"]),
    module("TimeZones", ["Domain"]),
    module("Encodings", ["Domain"]),
    module("Storage", ["CSQLite", "CPages", "Crypto", "Threads"]),
    module("Workbooks", ["CExpat", "CZlib", "Domain"]),
    module("Sheets", ["CXlsxWriter", "Threads", "Vocabulary"]),
    module("Signatures", ["COpenSSL"]),
    module("QRCodes", ["CQRCode", "CZlib"]),
    module("Documents", ["CCairo", "CFont", "Domain", "QRCodes", "Signatures"]),
    module("Application", ["Wire", "Messages", "Storage", "Domain", "Crypto", "Threads"]),
    module(
        "Service",
        [
            "Application", "Wire", "Messages", "Storage", "Domain", "Causality", "Facts", "Journal", "Passes", "Crypto",
            "Threads", "TimeZones", "Encodings", "Workbooks", "Documents", "QRCodes", "Signatures",
        ]),
    module("Gateways", ["CCurl", "Application", "Domain", "Crypto", "Signatures", "Threads"]),
    module("HTTP", ["CMicroHTTPD", "Threads"]),
    module("Network", ["CLinux", "COpenSSL", "Threads", "Wire", "Messages", "Connection"]),
    module(
        "Terminal",
        ["Wire", "Messages", "Storage", "Causality", "Facts", "Journal", "Passes", "Domain", "Crypto", "Connection"]),
    module("Console", ["Domain", "Sheets", "Vocabulary"]),
    module("StatementFiles", ["CZlib", "Domain", "Encodings", "Workbooks"]),
    module(
        "ClientKit",
        [
            "Network", "Connection", "Messages", "Wire", "Crypto", "Passes", "Domain", "Threads", "TimeZones",
            "Console",
            "QRCodes",
        ]),

    program(
        "Server", path: "Sources/Server",
        [
            "Application", "Service", "Gateways", "HTTP", "Network", "Signatures", "Storage", "Crypto", "Journal",
            "Passes",
            "Threads", "Domain", "Messages", "Connection", "Console", "Wire",
        ]),
    program("Generator", path: "Sources/Generator", ["Wire"]),
    module("GatewaySimulator", ["CZlib", "Domain", "Gateways", "HTTP", "Signatures", "Threads"]),
    program(
        "GatewayCommand", path: "Clients/Gateways", ["Console", "Gateways", "GatewaySimulator", "Threads"]),
    program(
        "TerminalCommand", path: "Clients/Terminal",
        [
            "Terminal", "ClientKit", "Console", "Network", "Connection", "Messages", "Wire", "Domain", "Causality",
            "Crypto", "Passes", "Storage", "Threads", "TimeZones",
        ]),
    program(
        "AdminCommand", path: "Clients/Admin",
        ["ClientKit", "Console", "Crypto", "Messages", "Domain", "StatementFiles", "Threads", "Workbooks"]),
    program(
        "TraineeCommand", path: "Clients/Trainee",
        ["ClientKit", "Console", "Domain", "Messages", "Passes", "Threads"]),
    program(
        "Demo", path: "Clients/Demo",
        ["ClientKit", "Console", "Domain", "Messages", "Network", "Passes", "Threads"]),
    support("Seeded", []),
    support("Statements", []),
    support("Books", ["CZlib"]),
    program(
        "Bench", path: "Tests/Bench/Driver",
        [
            "ClientKit", "Network", "Connection", "Messages", "Wire", "Journal", "Facts", "Causality", "Passes",
            "CSodium", "Crypto", "Storage", "Documents", "Domain", "GatewaySimulator", "QRCodes", "Signatures",
            "Threads",
            "Seeded",
        ]),

    tests("WireTests", ["Wire", "Seeded"]),
    tests("CausalityTests", ["Causality", "Seeded"]),
    support("Processes", []),
    tests("ConsoleTests", ["Console", "Domain", "Processes", "Workbooks"]),
    tests("SheetTests", ["Books", "Console", "Domain", "Processes", "Sheets", "Workbooks"], resources: ["Judges"]),
    tests("QRCodeTests", ["ClientKit", "QRCodes"]),
    tests(
        "DocumentTests", ["Documents", "Domain", "QRCodes", "Seeded", "Signatures"], resources: ["Fixtures", "Judges"]),
    tests("CryptoTests", ["Crypto"]),
    tests("PassesTests", ["Passes", "Crypto", "Wire", "Seeded"]),
    tests("FactsTests", ["Facts", "Causality", "Wire", "Seeded"]),
    tests("JournalTests", ["Vocabulary", "Journal", "Facts", "Causality", "Crypto", "Domain", "Wire", "Seeded"]),
    tests("MessagesTests", ["Messages", "Wire", "Seeded"]),
    tests("ConnectionTests", ["Connection", "Deflate", "Messages", "Wire", "Seeded"]),
    tests("DomainTests", ["Domain", "Facts", "Causality", "Seeded"], resources: ["Fixtures/policy-table.md"]),
    support("PowerCut", ["CSQLite", "Threads", "Seeded"]),
    tests("StorageTests", ["CSQLite", "Storage", "Crypto", "PowerCut", "Threads", "Seeded"]),
    tests("NetworkTests", ["CLinux", "Network", "Connection", "Messages", "Wire", "Threads"]),
    support("Loopback", ["Threads"]),
    tests("HTTPTests", ["HTTP", "Loopback", "Threads"]),
    tests(
        "GatewayTests",
        [
            "Gateways", "GatewaySimulator", "StatementFiles", "Signatures", "HTTP", "Application", "Domain", "Crypto",
            "Network",
            "Threads",
            "Loopback",
        ], resources: ["Judges"]),
    tests(
        "ServiceTests",
        [
            "ClientKit", "Connection", "Documents", "Service", "Signatures", "Gateways", "Loopback", "Application",
            "Storage", "Messages", "Domain", "Facts",
            "Causality", "Journal",
            "Crypto", "Passes", "Threads", "Wire", "CSQLite", "Seeded", "Statements", "Books",
        ]),
    tests(
        "SimulationTests",
        [
            "Terminal", "Service", "Application", "Storage", "Messages", "Domain", "Facts", "Causality", "Journal",
            "Crypto", "Passes", "Wire", "Connection", "PowerCut", "Threads", "Seeded",
        ], resources: ["Classes/Judges"]),
    tests(
        "ServerTests",
        ["Server", "Application", "Console", "Domain", "GatewaySimulator", "Gateways", "Service", "Storage", "Threads"]),
    tests(
        "ProcessTests",
        [
            "Books", "Processes", "GatewaySimulator", "Signatures", "Gateways", "Application", "Domain", "Loopback",
            "ClientKit",
            "Connection", "Crypto", "Messages", "Network", "Passes", "Seeded", "StatementFiles", "Storage", "Threads",
            "Wire",
        ]),
    tests(
        "ScenarioTests", ["Processes", "GatewaySimulator", "Gateways", "Domain", "Threads"],
        resources: ["Scenarios", "BeforeTasks"]),
    tests(
        "KillTests",
        [
            "Network", "Connection", "Messages", "Journal", "Facts", "Causality", "Crypto", "Passes", "Storage", "Wire",
            "Terminal", "Domain", "Threads", "Seeded",
        ]),
    tests("PostgreSQLTests", ["Statements", "Storage", "Service"]),
    tests("TidyTests", ["Statements"]),
]

let package = Package(
    name: "rollcall",
    products: [
        ("rollcalld", "Server"), ("rollcall", "TraineeCommand"), ("rollcall-terminal", "TerminalCommand"),
        ("rollcall-admin", "AdminCommand"), ("rollcall-generate", "Generator"), ("rollcall-demo", "Demo"),
        ("rollcall-bench", "Bench"), ("rollcall-gateways", "GatewayCommand"),
    ].map { .executable(name: $0.0, targets: [$0.1]) },
    targets: all
)

for target in package.targets where target.type != .system && !["CFont", "CLinux", "CPages"].contains(target.name) {
    target.swiftSettings = [
        .swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .strictMemorySafety(),
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .enableExperimentalFeature("Lifetimes"),
    ]
}
