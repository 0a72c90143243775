import Causality
import Domain
import Foundation
import Messages
import Seeded
import Storage
import Terminal

@testable import Service

/// A whole class day: people and what truly happened to them, from one seed. Six terminals with clocks up to an hour wrong, one a
/// day wrong; one never comes back before the next morning, and one is off before it has told what it recorded.
final class ClassDay {
    /// A terminal at a door.
    struct Door {
        let device: Device
        let clocks: DeviceClocks
        var boot = 1
    }

    /// One scan, by its place in `scans`.
    struct Recorded {
        let person: UInt64
        let at: Int64
        /// Nil for one online.
        let door: Int?
        let dot: Dot?
        let window: Int
    }

    private static let clocksOffMinutes: [Int64] = [0, 17, -35, 60, -59, 1440]
    /// Its afternoon is told by nothing but the contacts before and after.
    static let unsure = 4
    /// Nobody hears of it before the next morning.
    static let late = 5

    let room: ClassRoom
    var random: SeededRandom
    private(set) var doors: [Door] = []
    private(set) var scans: [Recorded] = []
    private(set) var told: [Happened] = []
    /// On leave that day; they come in the morning alone.
    private var away: Set<UInt64> = []

    init(seed: UInt64, people: Int) throws {
        random = SeededRandom(seed: seed)
        let all = (0..<UInt64(people)).map { 10_001 + $0 }
        var chance = SeededRandom(seed: ~seed)
        let unconfirmed = Set(all.filter { _ in chance.chance(2) })
        room = try ClassRoom(people: people, unconfirmed: unconfirmed)
        for person in all {
            tell(
                Happened(
                    event: .person, person: ClassRoom.number(person), confirmed: !unconfirmed.contains(person)))
        }
        room.go(to: ClassRoom.at(420))
        for (index, off) in Self.clocksOffMinutes.enumerated() {
            let device = try Device(index)
            let clocks = DeviceClocks(room.clock)
            clocks.wallOffMs = off * 60_000
            device.clocks = { clocks.now }
            doors.append(Door(device: device, clocks: clocks))
            try device.enrol(room.server)
        }
        try leave(of: all)
    }

    func tell(_ happened: Happened) { told.append(happened) }

    /// From the morning to the awards of that evening and of the next morning.
    func run() throws {
        try sync(0..<6)
        try attend(0..<2)
        room.go(to: ClassRoom.at(750))
        try sync(0..<5)
        room.go(to: ClassRoom.at(780))
        for index in 3...4 { try reboot(index) }
        // Set by somebody, so that nothing vouches for it.
        doors[Self.unsure].clocks.wallOffMs = 41 * 60_000
        try attend(2..<4)
        room.go(to: ClassRoom.at(1055))
        try reboot(Self.unsure)
        room.go(to: ClassRoom.at(1060))
        try sync(0..<5)
        try examineSkills()
        room.go(to: ClassRoom.at(1065))
        try sitExam()
        try evaluate(room.people.filter { _ in random.chance(90) })
        room.go(to: ClassRoom.at(1260))
        try sync(0..<5)
        try decide(percent: 70)
        try adjudicate()
        try award(excluding: 3)
        room.go(to: ClassRoom.at(1440 + 450))
        try void(perThousand: 6)
        try evaluate(room.people.filter { _ in random.chance(3) })
        try sync(0..<6)
        try decide(percent: 50)
        try award(excluding: 0)
    }

    // At the doors

    private func reboot(_ index: Int) throws {
        doors[index].boot += 1
        doors[index].clocks.reboot()
        try doors[index].device.powerOn()
    }

    /// Lines break in the middle; the next sync goes on from there.
    private func sync(_ indexes: Range<Int>) throws {
        for index in indexes {
            var breaks = Int.random(in: 0...2, using: &random)
            while true {
                do {
                    try doors[index].device.sync(
                        room.server, seed: random.next(),
                        breakAfter: breaks > 0 ? Int.random(in: 500...30_000, using: &random) : .max)
                    break
                } catch Device.Broken.connection {
                    breaks -= 1
                }
            }
            tell(Happened(event: .contact, at: room.clock.now, terminal: index, boot: doors[index].boot))
        }
    }

    /// Somebody at a door or with the venue's code.
    private struct Planned {
        let at: Int64
        let person: UInt64
        let window: Int
        /// Nil for the venue's code.
        let door: Int?
        var isLate = false
    }

    /// People come to some windows, minute by minute.
    private func attend(_ windows: Range<Int>) throws {
        for window in windows {
            let planned = room.people.flatMap { plan($0, window) }.sorted { ($0.at, $0.person) < ($1.at, $1.person) }
            let begins = ClassRoom.at(Int(ClassRoom.windows[window].from))
            var firstCode: String?
            var rest = planned[...]
            while let first = rest.first {
                let minute = first.at / 60_000
                let now = rest.prefix { $0.at / 60_000 == minute }
                rest = rest.dropFirst(now.count)
                if firstCode == nil, minute * 60_000 >= begins {
                    room.go(to: begins)
                    firstCode = try code()
                }
                for one in now where one.door == nil {
                    try checkIn(one, by: one.isLate ? firstCode : nil, shown: one.isLate ? begins : one.at)
                }
                room.go(to: (minute + 1) * 60_000)
                for door in doors.indices { try scan(now.filter { $0.door == door }, at: door) }
            }
            room.go(to: ClassRoom.at(Int(ClassRoom.windows[window].to) + 5))
            try void(perThousand: 3, of: window)
        }
    }

    private func plan(_ person: UInt64, _ window: Int) -> [Planned] {
        let (from, to) = (
            ClassRoom.at(Int(ClassRoom.windows[window].from)), ClassRoom.at(Int(ClassRoom.windows[window].to))
        )
        var planned: [Planned] = []
        guard window < 2 || !away.contains(person) else { return [] }
        func come(_ at: Int64, isLate: Bool = false) {
            let door = random.chance(8) || isLate ? nil : Int.random(in: 0..<6, using: &random)
            planned.append(Planned(at: at, person: person, window: window, door: door, isLate: isLate))
        }
        let inside = from + Int64.random(in: 120_000...(to - from - 600_000), using: &random)
        switch Int.random(in: 0..<200, using: &random) {
        case 0..<3: break
        // Too early, or when it is over.
        case 3: come(from - Int64.random(in: 120_000...600_000, using: &random))
        case 4: come(to + Int64.random(in: 120_000...240_000, using: &random))
        // By a code that somebody had sent on.
        case 5: come(inside, isLate: true)
        case 6..<16:
            come(inside)
            come(inside + Int64.random(in: 1000...400_000, using: &random))
        default: come(inside)
        }
        return planned
    }

    private func scan(_ planned: [Planned], at door: Int) throws {
        guard !planned.isEmpty, let terminal = doors[door].device.terminal else { return }
        let clocks = doors[door].clocks
        let outcomes = try terminal.scan(
            planned.map {
                ScanInput(ClassRoom.number($0.person), offering: room.offering, at: clocks.time(at: $0.at))
            })
        for (one, outcome) in zip(planned, outcomes) {
            record(one, try outcome.get().dot, wall: clocks.time(at: one.at).wallMs)
        }
    }

    private func record(_ planned: Planned, _ dot: Dot?, wall: Int64? = nil, shown: Int64? = nil) {
        tell(
            Happened(
                event: .scan, at: planned.at, person: ClassRoom.number(planned.person), terminal: planned.door,
                boot: planned.door.map { doors[$0].boot }, wall: wall, scan: scans.count, shown: shown))
        scans.append(
            Recorded(person: planned.person, at: planned.at, door: planned.door, dot: dot, window: planned.window))
    }

    private func code() throws -> String {
        let reply: VenueCodeReply = try room.ask(.attendanceVenueCode, VenueCodeRequest(offering: room.offering))
        return reply.code
    }

    /// - Parameter sent: the code that somebody had sent on; nil for the one that is shown now.
    private func checkIn(_ planned: Planned, by sent: String?, shown: Int64) throws {
        room.go(to: planned.at)
        let reply: CheckInReply = try room.callers.call(
            planned.person, .attendanceCheckIn, CheckInRequest(code: try sent ?? code()))
        guard reply.atMs == planned.at else { throw Missing(what: "the time of a check-in") }
        record(planned, nil, shown: shown)
    }

    /// Somebody was scanned for another one, and the door says so.
    private func void(perThousand: Int, of window: Int? = nil) throws {
        for (number, scan) in scans.enumerated() where window == nil || scan.window == window {
            guard let index = scan.door, index < Self.unsure, let dot = scan.dot,
                let device = doors[index].device.terminal,
                Int.random(in: 0..<1000, using: &random) < perThousand
            else { continue }
            _ = try device.void(dot, actor: ClassRoom.examiners[0], at: doors[index].clocks.now)
            tell(
                Happened(
                    event: .void, at: room.clock.now, terminal: index, boot: doors[index].boot, scan: number))
        }
    }

    /// Leave of the base for some of those who come to nothing in the afternoon.
    private func leave(of people: [UInt64]) throws {
        away = Set(people.filter { _ in random.chance(1) })
        try room.server.write { transaction in
            for person in away.sorted() {
                try transaction.execute(
                    """
                    INSERT INTO leave (id, person, base, kind, from_day, to_day, reason, state, asked_ms, decided_ms,
                    decision_reason) VALUES (?1, ?1, ?2, ?3, ?4, ?4, '', ?5, 0, 0, '')
                    """, person, SimulatedServer.base, LeaveKind.sick.rawValue, ClassRoom.day,
                    LeaveState.approved.rawValue)
            }
        }
        for person in away.sorted() {
            tell(Happened(event: .leave, at: room.clock.now, person: ClassRoom.number(person)))
        }
    }
}
