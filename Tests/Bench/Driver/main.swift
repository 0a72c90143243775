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
    let works: KeyValuePairs<String, Work> = [
        "ingest": .onFixture(Ingest.run), "single": .onFixture(Single.run), "echo": .plain(Echo.run),
        "replay": .onFixture(Replay.run), "wire": .onFixture(WireSize.run), "disk": .onFixture(Disk.run),
        "tls": .onFixture(Secured.run), "people": .plain(People.run),
    ]
    let chosen = works.filter { work == nil || $0.key == work }
    guard !chosen.isEmpty else { throw BenchError("works: \(works.map(\.key).joined(separator: " "))") }
    let places = try Places(attendanceFile: attendanceFile)
    var fixture: Fixture?
    for (_, work) in chosen {
        switch work {
        case .plain(let run): try run(places)
        case .onFixture(let run):
            let made = try fixture ?? Fixture(places)
            fixture = made
            try run(places, made)
        }
    }
}

enum Work {
    case plain((Places) throws -> Void)
    case onFixture((Places, Fixture) throws -> Void)
}

do {
    try run()
} catch {
    FileHandle.standardError.write(Data("rollcall-bench: \(error)\n".utf8))
    exit(1)
}
