import Foundation

/// `rollcall-bench [--work NAME] [--attlog FILE]`, from the root of the repository: every work, or one.
func run() throws {
    var work: String?
    var attendanceFile = ProcessInfo.processInfo.environment["ATTLOG"]
    var arguments = CommandLine.arguments.dropFirst()
    while let name = arguments.popFirst() {
        guard let value = arguments.popFirst() else { throw BenchError("\(name) needs a value") }
        switch name {
        case "--work": work = value
        case "--attlog": attendanceFile = value
        default: throw BenchError("usage: rollcall-bench [--work NAME] [--attlog FILE]")
        }
    }
    let works: KeyValuePairs<String, (Places) throws -> Void> = [
        "echo": Echo.run
    ]
    let chosen = works.filter { work == nil || $0.key == work }
    guard !chosen.isEmpty else { throw BenchError("works: \(works.map(\.key).joined(separator: " "))") }
    let places = try Places(attendanceFile: attendanceFile)
    for (_, run) in chosen { try run(places) }
}

do {
    try run()
} catch {
    FileHandle.standardError.write(Data("rollcall-bench: \(error)\n".utf8))
    exit(1)
}
