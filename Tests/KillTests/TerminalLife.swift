import Seeded
import Foundation
import Messages
import Network

/// A terminal that is killed at one of its writes, and its next life.
final class TerminalLife {
    enum Task {
        /// Lines from a scanner, answered one by one.
        case scan
        /// An attendance terminal's file.
        case importing
        /// Everything recorded goes to the server.
        case sync
        /// A new terminal spends its code.
        case enrol
    }

    static let lines = 24
    /// More than one commit takes.
    static let linesOfFile = 5_200

    let task: Task
    let world: World
    private let terminal: TerminalProcess
    private let folder: Folder
    /// The scanned texts, or the numbers in the file; the n-th becomes the fact with sequence n.
    private let numbers: [String]
    /// The terminal's id.
    private var own: UInt64
    private var answers = 0
    private var problems: [String] = []

    init(_ task: Task, _ world: World, seed: UInt64) throws {
        self.task = task
        self.world = world
        folder = try Folder(copying: world.folder)
        terminal = TerminalProcess(folder: folder)
        own = world.terminal
        var random = SeededRandom(seed: seed)
        numbers = (0..<(task == .importing ? Self.linesOfFile : Self.lines)).map { line in
            // Every third is on no roster.
            line % 3 == 2 ? "C\(line)" : world.roster.randomElement(using: &random)?.number ?? ""
        }
    }

    func run(_ place: Killer.Place, window: Int) throws -> Found {
        let environment = try Killer.environment(place, counter: folder.path("writes"))
        let end: Child.End
        switch task {
        case .scan: end = try scan(environment, window: window)
        case .importing: end = try importFile(environment)
        case .sync: end = try sync(environment)
        case .enrol: end = try enrol(environment)
        }
        if end != .killed(SIGKILL), end != .exited(0) { problems.append("ended: \(end)") }
        return Found(
            isKilled: end == .killed(SIGKILL), writes: try Killer.count(folder.path("writes")), acks: 0,
            answers: answers, problems: problems)
    }

    private func scan(_ environment: [String: String], window: Int) throws -> Child.End {
        let killed = try terminal.scan(numbers, offering: world.offering, window: window, environment: environment)
        answers = killed.answers.count
        if killed.answers != sequences(killed.answers.count) { problems.append("answered \(killed.answers)") }
        let recorded = try recorded()
        if recorded < answers { problems.append("\(answers) answered, \(recorded) recorded") }
        if recorded > killed.said { problems.append("\(killed.said) said, \(recorded) recorded") }
        let rest = try terminal.scan(Array(numbers.dropFirst(recorded)), offering: world.offering)
        if rest.answers != sequences(numbers.count).dropFirst(recorded).map({ $0 }) {
            problems.append("goes on with \(rest.answers)")
        }
        try withServer { try syncAndCheck($0) }
        return killed.end
    }

    private func importFile(_ environment: [String: String]) throws -> Child.End {
        let file = folder.path("attlog.dat")
        let lines = numbers.enumerated().map { number, pin in
            let time = [8 + number / 3600, number / 60 % 60, number % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
            return "\(pin)\t2026-10-02 \(time.joined(separator: ":"))\t1\t0\t1\t0\r\n"
        }
        try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: file))
        let words = ["scan", file, "--offering", "\(world.offering)", "--unlisted"]
        let killed = try terminal.run(words, environment: environment)
        if let row = killed.rows.first { answers = Int(try TerminalProcess.number(row, "recorded")) }
        let recorded = try recorded()
        if recorded < answers { problems.append("\(answers) told, \(recorded) recorded") }
        let again = try terminal.run(words)
        if let row = again.rows.first {
            let (new, old) = (
                try TerminalProcess.number(row, "recorded"), try TerminalProcess.number(row, "repeated")
            )
            if old != recorded || new + old != numbers.count { problems.append("again: \(new) new, \(old) known") }
        }
        if again.end != .exited(0) { problems.append("the file again: \(again.end)") }
        try withServer { try syncAndCheck($0) }
        return killed.end
    }

    private func sync(_ environment: [String: String]) throws -> Child.End {
        answers = try terminal.scan(numbers, offering: world.offering, window: numbers.count).answers.count
        return try withServer { server in
            let killed = try terminal.run(["sync"], environment: environment)
            let status = try terminal.status()
            if status.waiting + status.acknowledged != numbers.count {
                problems.append("\(numbers.count) recorded, \(status) after the kill")
            }
            problems += try terminal.integrityProblems()
            try syncAndCheck(server)
            return killed.end
        }
    }

    /// Verifies that the code was spent at most once, and enrols in the next life if it was not.
    private func enrol(_ environment: [String: String]) throws -> Child.End {
        try FileManager.default.removeItem(atPath: folder.path("terminal"))
        let server = try ServerProcess(folder)
        guard let endpoint = server.endpoint else { throw Child.Trouble.silent("serve") }
        let words = ["enrol", world.enrolmentCode, "--server", "\(endpoint)", "--plain"]
        let killed = try terminal.run(words, environment: environment)
        let again = try terminal.run(words)
        let number = try TerminalProcess.number(again.rows.first ?? [:], "terminal")
        if let told = killed.rows.first, try TerminalProcess.number(told, "terminal") != number {
            problems.append("enrolled as \(told), then as \(number)")
        }
        if !killed.rows.isEmpty { answers = 1 }
        own = number
        _ = try terminal.scan(numbers, offering: world.offering)
        try syncAndCheck(endpoint)
        if try server.stop() != .exited(0) { problems.append("the server did not end in good order") }
        return killed.end
    }

    /// Returns the number of facts in the next life, and whether the database is sound.
    private func recorded() throws -> Int {
        let status = try terminal.status()
        problems += try terminal.integrityProblems()
        return status.waiting
    }

    private func sequences(_ count: Int) -> [UInt64] { (0..<count).map { UInt64($0) + 1 } }

    private func withServer<Result>(_ body: (Endpoint) throws -> Result) throws -> Result {
        let server = try ServerProcess(folder)
        guard let endpoint = server.endpoint else { throw Child.Trouble.silent("serve") }
        try terminal.connect("\(endpoint)")
        let result = try body(endpoint)
        if try server.stop() != .exited(0) { problems.append("the server did not end in good order") }
        return result
    }

    /// Sends all that is left; the server then has every fact once, under its sequence.
    private func syncAndCheck(_ endpoint: Endpoint) throws {
        let synced = try terminal.run(["sync"])
        if synced.end != .exited(0) { problems.append("sync: \(synced.end) \(synced.rows)") }
        let status = try terminal.status()
        if status != (0, numbers.count) { problems.append("after the sync: \(status)") }
        let admin = try Talk(endpoint)
        try admin.resume(world.administrator)
        let scans = try admin.scans(world.offering).filter { $0.terminal == own }.sorted { $0.sequence < $1.sequence }
        if scans.map(\.sequence) != sequences(numbers.count) {
            problems.append("\(numbers.count) recorded, \(scans.count) on the server")
        }
        let wrong = zip(scans, numbers).first { $0.number != $1 }
        if let (scan, number) = wrong { problems.append("\(scan.sequence) is \(number), on the server \(scan.number)") }
        if Set(scans.map(\.log)).count != 1 { problems.append("more than one log") }
    }
}
