import ClientKit
import Crypto
import Foundation
import Messages
import Network
import Storage
import Threads
import Wire

/// OPS-3: the waits of others during an attack, compared with their waits while an equal process only burns the same
/// core. One line per attacker: ratios of the slowest hundredth, the median of interleaved rounds.
struct Fairness {
    static let password = "four quiet words of passage"
    static let data = "fairness"
    private static let rounds = 5

    private let places: Places
    private let fixture: Fixture
    private let knowledge: Attack.Knowledge
    private let seconds: Double

    static func run(_ places: Places, _ fixture: Fixture) throws {
        let text = ProcessInfo.processInfo.environment["SECONDS_OF_ROUND"]
        let fairness = try Fixture.prepareForAttacks(places, fixture) { knowledge in
            Fairness(
                places: places, fixture: fixture, knowledge: knowledge, seconds: text.flatMap { Double($0) } ?? 3)
        }
        let wanted = ProcessInfo.processInfo.environment["ATTACKER"].flatMap { Attack(rawValue: $0) }
        let waits: [Attack] = [
            .authenticate, .enrol, .photos, .refused, .checkIns, .logins, .violations, .unread, .questions, .upload,
        ]
        // A thread with the server's priority: the victims' machines are not those under attack.
        let outcome = Locked<Result<Void, any Error>>(.success(()))
        Thread.start("victims") {
            let result = Result {
                for attack in waits where wanted == nil || wanted == attack { try fairness.measure(attack) }
                if wanted == nil || wanted == .crowd { try fairness.measureMemory() }
                if wanted == nil || wanted == .silent { try fairness.measureDescriptors() }
            }
            outcome.withLock { $0 = result }
        }.join()
        try outcome.withLock { $0 }.get()
    }

    private func measure(_ attack: Attack) throws {
        _ = try places.copy(Self.data, to: "attacked")
        let server = try OurServer(places, data: "attacked", logIsRead: attack != .violations)
        let victims = try Victims(fixture, port: server.port)
        let kin = try kin(of: attack, port: server.port)
        var with: [Victims.Waits] = []
        var without: [Victims.Waits] = []
        _ = try victims.work(seconds: seconds / 3, kin: kin)
        for _ in 0..<Self.rounds {
            without.append(try beside(.burner, server) { try victims.work(seconds: seconds, kin: kin) })
            with.append(try beside(attack, server) { try victims.work(seconds: seconds, kin: kin) })
        }
        func p99(_ rounds: [Victims.Waits], _ which: (Victims.Waits) -> [Double]) -> Double {
            median(rounds.map { Self.p99(which($0)) })
        }
        let (write, acknowledgement, kinWait) = (
            p99(with, \.write), p99(with, \.acknowledgement), p99(with, \.kin)
        )
        report(
            "fairness/\(attack.rawValue)",
            [
                "write_ratio": write / p99(without, \.write),
                "ack_ratio": acknowledgement / p99(without, \.acknowledgement),
                "kin_ratio": kinWait / p99(without, \.kin), "write_p99_ms": write, "ack_p99_ms": acknowledgement,
                "kin_p99_ms": kinWait, "refused": Double(with.reduce(0) { $0 + $1.refused }),
                "samples": Double(with.reduce(0) { $0 + $1.write.count }),
            ])
        try server.child.stop()
    }

    /// Measures the server's memory with 16,000 connections that send requests and read no answers.
    private func measureMemory() throws {
        _ = try places.copy(Self.data, to: "attacked")
        let server = try OurServer(places, data: "attacked", descriptors: 20_000)
        let before = try server.child.residentKiB()
        let victims = try Victims(fixture, port: server.port)
        var most = 0
        var refused = 0
        try beside(.crowd, server) {
            for _ in 0..<30 {
                refused += try victims.work(seconds: 1) { true }.refused
                most = max(most, try server.child.residentKiB())
            }
        }
        report(
            "fairness/crowd",
            ["mebibytes": Double(most) / 1024, "before": Double(before) / 1024, "refused": Double(refused)])
        try server.child.stop()
    }

    /// Measures known callers, and a returning one, while anonymous connections hold all of 500 descriptors.
    private func measureDescriptors() throws {
        _ = try places.copy(Self.data, to: "attacked")
        let server = try OurServer(places, data: "attacked", descriptors: 500)
        let victims = try Victims(fixture, port: server.port)
        let (waits, isBack) = try beside(.silent, server) {
            pause(ms: 500)
            let waits = try victims.work(seconds: seconds) { true }
            let back = try? Attack.connect(server.port, fixture.administrator)
            return (waits, back != nil)
        }
        report(
            "fairness/descriptors",
            [
                "answered": Double(waits.write.count + waits.acknowledgement.count - waits.refused),
                "refused": Double(waits.refused), "write_p99_ms": Self.p99(waits.write),
                "comes_back": isBack ? 1 : 0,
            ])
        try server.child.stop()
    }

    /// Returns a call of the attacker's kind by somebody else.
    private func kin(of attack: Attack, port: Int) throws -> () throws -> Bool {
        switch attack {
        case .photos:
            // Several people in turn, because one may send only so many; from another address, because one has half the
            // slots.
            let socket = Endpoint.unix(path: OurServer.socket(places, data: "attacked"))
            let sockets = try knowledge.sessions[43..<63].map { try Attack.connect(to: socket, $0) }
            let photo = Self.photo
            var turn = 0
            return {
                turn += 1
                return try sockets[turn % sockets.count].isAnswered(
                    .identityUploadPhoto,
                    UploadPhotoRequest(
                        side: .portrait, size: UInt32(photo.count), digest: Digest.file(photo)),
                    items: [PhotoChunk(bytes: photo).serialized()])
            }
        case .logins:
            let socket = try Attack.connect(port, [])
            // Several accounts in turn, because one may log in only so often.
            let names = knowledge.otherAccounts
            var turn = 0
            return {
                turn += 1
                let request = LoginRequest(name: names[turn % names.count], password: Self.password)
                return try socket.isAnswered(.accountsLogin, request)
            }
        case .authenticate, .enrol:
            let socket = try Attack.connect(port, [])
            let device = fixture.terminals[1]
            return {
                try device.authenticate(socket)
                return true
            }
        case .refused, .checkIns, .questions, .upload:
            let socket = try Attack.connect(port, knowledge.sessions[31])
            return { try socket.isAnswered(.accountsWhoAmI, WhoAmIRequest()) }
        default:
            let socket = try Attack.connect(port, [])
            return { try socket.isAnswered(.diagnosticsEcho, EchoRequest(body: [1])) }
        }
    }

    /// Runs the closure beside an attacker of the lowest priority, on one core.
    @discardableResult
    private func beside<Result>(_ attack: Attack, _ server: OurServer, _ body: () throws -> Result) throws -> Result {
        let child = try Child(
            "/usr/bin/nice",
            [
                "-n", "19", "/usr/bin/taskset", "-c", "0", CommandLine.arguments[0], "--attack", attack.rawValue,
                "--port", "\(server.port)", "--knowledge", places.file("knowledge.json"),
            ], log: places.file("attack.log"))
        guard child.line() == "ready" else { throw BenchError("\(attack) did not begin; see attack.log") }
        pause(ms: 300)
        let result = try body()
        try child.closeInput()
        _ = try child.finish()
        return result
    }

    private static func p99(_ waits: [Double]) -> Double {
        let sorted = waits.sorted()
        return sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    }

    /// A picture of 640 by 400, as far as its structure goes.
    private static let photo: [UInt8] = {
        func segment(_ marker: UInt8, _ bytes: [UInt8]) -> [UInt8] {
            [0xFF, marker, 0, UInt8(bytes.count + 2)] + bytes
        }
        return [0xFF, 0xD8] + segment(0xDB, [0] + Array(1...64))
            + segment(0xC0, [8, 1, 144, 2, 128, 1, 1, 0x11, 0])
            + segment(0xDA, [1, 1, 0, 0, 63, 0]) + (0..<3000).map { UInt8(truncatingIfNeeded: $0 * 7) & 0x7F }
            + [0xFF, 0xD9]
    }()
}

extension Fixture {
    /// A copy of the data with passwords and another administrator in it.
    fileprivate static func prepareForAttacks<Result>(
        _ places: Places, _ fixture: Fixture, _ body: (Attack.Knowledge) -> Result
    ) throws -> Result {
        _ = try places.copy(Fixture.data, to: Fairness.data)
        let database = try Database(path: places.file(Fairness.data) + "/rollcall.db")
        let (one, others, three) = (fixture.people[40], fixture.people[43..<63], fixture.people[42])
        try database.write { transaction in
            for person in [one] + others {
                try transaction.execute(
                    """
                    UPDATE account SET password = (SELECT password FROM account WHERE name = 'admin') WHERE person = ?1
                    """, person)
            }
            try transaction.execute(
                "INSERT INTO role_grant (person, role, organisation) VALUES (?1, ?2, 0)", three,
                Role.platformAdmin.rawValue)
        }
        try database.checkpoint(.waiting)
        let knowledge = Attack.Knowledge(
            site: fixture.siteID, deviceKey: fixture.terminals[2].publicKey, sessions: fixture.sessions,
            otherAdministrator: fixture.sessions[42], offering: fixture.offerings[0],
            venueCode: fixture.venueCode(), account: "person-\(one)", otherAccounts: others.map { "person-\($0)" })
        try JSONEncoder().encode(knowledge).write(to: URL(fileURLWithPath: places.file("knowledge.json")))
        return body(knowledge)
    }
}
