import Foundation
import Processes

/// A scenario run on a site of its own.
final class Performance {
    /// The site's zone, in which windows and days of scenarios are given.
    private static let zone = "Asia/Shanghai"

    private let site: Site
    private let place: URL
    private var values: Pattern.Values
    private var secrecy = Secrecy()
    private let gateways: PaymentSide?

    init(_ scenario: Scenario) throws {
        let isPaid = scenario.parts.contains { if case .gateway = $0 { true } else { false } }
        let gateways = isPaid ? try PaymentSide() : nil
        self.gateways = gateways
        site = try Site { data in
            let payments = try gateways?.introduce(data) ?? "null"
            // Easy puzzles, and a provider of outside accounts for tests of links.
            let settings =
                #"{"puzzle_difficulty":4,"providers":{"wechat":"wechat.key"},"payments":\#(payments)}"#
            try Data(settings.utf8).write(to: data.appendingPathComponent("settings.json"))
            try Data(0..<32).write(to: data.appendingPathComponent("keys/wechat.key"))
        }
        place = site.folder.appendingPathComponent("here")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        values = [
            "server": site.tls, "site": site.fingerprint, "password": site.firstPassword,
            "data": site.folder.path + "/data",
        ]
        let days = DateFormatter()
        days.timeZone = TimeZone(identifier: Self.zone)
        days.dateFormat = "yyyy-MM-dd"
        for offset in -400...400 {
            let day = days.string(from: Date(timeIntervalSinceNow: Double(offset) * 86400))
            values[offset == 0 ? "today" : offset > 0 ? "today+\(offset)" : "today\(offset)"] = day
        }
    }

    /// Runs the scenario to its end, or to the first step with another result.
    func play(_ scenario: Scenario) throws {
        var mayWait = false
        for part in scenario.parts {
            defer { if case .gateway = part { mayWait = true } else { mayWait = false } }
            switch part {
            case .file(let name, let lines):
                let written = try lines.map { try filled($0, "file \(name)") }
                for line in written { secrecy.wrote(line) }
                let text = written.map { $0 + "\n" }.joined()
                try Data(text.utf8).write(to: place.appendingPathComponent(name))
            case .photo(let name):
                let bytes = name.hasSuffix(".jpeg") ? Photo.jpeg : Photo.bytes
                try bytes.write(to: place.appendingPathComponent(name))
            case .gateway(let text):
                try gateways?.act(words(of: filled(text, scenario.name)), in: place)
            case .clock(let time): try site.setClock(filled(time, scenario.name), zone: Self.zone)
            case .step(let step):
                try play(step, "\(scenario.name):\(step.line)", until: Date(timeIntervalSinceNow: mayWait ? 60 : 0))
            }
        }
        // While the server runs, the latest commits are in the write-ahead log.
        var leaks = try secrecy.leaks(values, in: site.folder)
        guard try site.stop() == 0 else { throw Programs.Failure("\(scenario.name): the server did not stop well") }
        leaks += try secrecy.leaks(values, in: site.folder)
        guard leaks.isEmpty else {
            throw Programs.Failure("\(scenario.name): ACC-11\n" + Set(leaks).sorted().joined(separator: "\n"))
        }
    }

    /// - Parameter until: so long the step is tried again while it ends otherwise.
    private func play(_ step: Scenario.Step, _ here: String, until: Date) throws {
        let command = words(of: try filled(step.command, here))
        guard let program = command.first, program.hasPrefix("rollcall") else {
            throw Programs.Failure("\(here): not a program of ours: \(step.command)")
        }
        let typed = try step.input.map { try filled($0, here) }
        for line in typed { secrecy.answered(line) }
        for word in command { secrecy.wrote(word) }
        // Every user of a machine can read its command lines. Logging in by ID number is the person's choice.
        if command.dropFirst().first != "login", command.contains(where: Secrecy.isIdentityNumber) {
            throw Programs.Failure("\(here): an ID number stands on a command line")
        }
        let input = typed.map { $0 + "\n" }.joined()
        let outcome = try Programs.run(
            program, Array(command.dropFirst()),
            environment: site.clock.merging([
                "ROLLCALL_HOME": site.folder.path + "/homes/\(step.who)", "TZ": Self.zone,
            ]) { $1 }, input: input,
            in: place)
        // An identity reviewer compares the number with a photo; nobody else sees one.
        if !command.starts(with: ["rollcall-admin", "identity", "show"]) {
            secrecy.printed(outcome.out + outcome.err, here)
        }
        let (out, err) = (lines(outcome.out), lines(outcome.err))
        if outcome.code == step.code, let first = Pattern.match(step.out, out, values),
            let second = Pattern.match(step.err.isEmpty && step.code == 0 ? ["…"] : step.err, err, first)
        {
            values = second
            return
        }
        if Date() < until { return try play(step, here, until: until) }
        let expected = step.out + step.err.map { "! " + $0 } + (step.code == 0 ? [] : ["= \(step.code)"])
        let printed = out + err.map { "! " + $0 } + (outcome.code == 0 ? [] : ["= \(outcome.code)"])
        throw Programs.Failure(
            "\(here): \(step.who)$ \(command.joined(separator: " "))\n" + difference(expected, printed))
    }

    private func filled(_ text: String, _ here: String) throws -> String {
        do throws(Pattern.Unknown) {
            return try Pattern.filled(text, values)
        } catch {
            throw Programs.Failure("\(here): nothing was called {\(error.name)} before: \(text)")
        }
    }

    private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    /// Marks expected lines with `-` and printed ones with `+`; equal lines at both ends have neither.
    private func difference(_ expected: [String], _ printed: [String]) -> String {
        func agree(_ pair: (String, String)) -> Bool { Pattern.match(pair.0, pair.1, values) != nil }
        let head = zip(expected, printed).prefix(while: agree).count
        let tail = zip(expected.dropFirst(head).reversed(), printed.dropFirst(head).reversed()).prefix(while: agree)
            .count
        return
            (printed.prefix(head).map { "    " + $0 }
            + expected.dropFirst(head).dropLast(tail).map { "  - " + $0 }
            + printed.dropFirst(head).dropLast(tail).map { "  + " + $0 } + printed.suffix(tail).map { "    " + $0 })
            .joined(separator: "\n")
    }
}
