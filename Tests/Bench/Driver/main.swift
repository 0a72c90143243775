import Foundation

/// `rollcall-bench [--work NAME] [--attlog FILE] [--scale PART]`, from the root of the repository: runs all works, or one. With
/// `--attack NAME --port PORT --knowledge FILE` it is an attacker of the work `fairness`.
func run() throws {
    var work: String?
    var attendanceFile = ProcessInfo.processInfo.environment["ATTLOG"]
    var scale = 1.0
    var attack: (name: String, port: Int, knowledge: String) = ("", 0, "")
    var arguments = CommandLine.arguments.dropFirst()
    while let name = arguments.popFirst() {
        guard let value = arguments.popFirst() else { throw BenchError("\(name) needs a value") }
        switch name {
        case "--work": work = value
        case "--attlog": attendanceFile = value
        case "--scale": scale = Double(value) ?? 1
        case "--attack": attack.name = value
        case "--port": attack.port = Int(value) ?? 0
        case "--knowledge": attack.knowledge = value
        default: throw BenchError("usage: rollcall-bench [--work NAME] [--attlog FILE] [--scale PART]")
        }
    }
    if let attacker = Attack(rawValue: attack.name) {
        let knowledge = try Data(contentsOf: URL(fileURLWithPath: attack.knowledge))
        return try attacker.run(
            port: attack.port, JSONDecoder().decode(Attack.Knowledge.self, from: knowledge))
    }
    let works: KeyValuePairs<String, Work> = [
        "ingest": .onFixture(Ingest.run), "single": .onFixture(Single.run), "echo": .plain(Echo.run),
        "replay": .onFixture(Replay.run), "wire": .onFixture(WireSize.run), "disk": .onFixture(Disk.run),
        "tls": .onFixture(Secured.run), "people": .plain(People.run), "fairness": .onFixture(Fairness.run),
        "money": .onFixture(Money.run), "analysis": .onFixture(Analyses.run), "awards": .onFixture(Awarding.run),
        "certificates": .plain(Certifying.run), "answers": .onFixture(Answering.run),
    ]
    // The longest works run only on request, and so does the one that needs packages of Python.
    let onRequest = ["fairness", "money", "answers", "certificates"]
    let chosen = works.filter { work == nil ? !onRequest.contains($0.key) : $0.key == work }
    guard !chosen.isEmpty else { throw BenchError("works: \(works.map(\.key).joined(separator: " "))") }
    let places = try Places(attendanceFile: attendanceFile, scale: scale)
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
