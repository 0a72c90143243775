import Crypto
import Facts
import Journal
import Seeded

/// Some days of one terminal: its clocks, its records, and what reached the server. Knows true time.
struct ClockStory {
    /// The severity of the faults.
    enum Kind: CaseIterable {
        /// Every boot has a contact a day, the clock's error is below 100 ppm, and nobody sets it.
        case calm
        /// Batteries die, people set clocks, contacts are lost, receipts are forged.
        case rough
    }

    struct Arrived {
        let batch: DecodedBatch
        let receivedMs: Int64
        let isReceiptGenuine: Bool
        /// The true times of its facts.
        let truth: [Int64]
    }

    /// Midnight in China before the first day.
    static let start: Int64 = 1_790_956_800_000
    static let day: Int64 = 86_400_000
    static let days = 3

    private(set) var arrived: [Arrived] = []
    /// The readings the server stores, in order of arrival.
    private(set) var readings: [ClockReading] = []
    /// From 0, on each day, in minutes.
    private(set) var window = 0..<0
    /// Whether the wall clock was never wrong by more than five minutes.
    private(set) var wasRight = true

    private let kind: Kind
    private var random: SeededRandom
    private var now = Self.start
    // The device's.
    private var boot: UInt64 = 0
    private var bootMs: Int64 = 0
    private var drift = 0.0
    private var monotonicAtTurn = 0.0
    private var turnMs: Int64 = 0
    private var wallOffMs: Int64 = 0
    private var pending: [(moment: BatchBuilder.Moment, truth: Int64)] = []
    private var nextSequence: UInt64 = 1
    private var receipt: (receipt: BatchHeader.Receipt, isGenuine: Bool)?

    /// - Parameter boots: false plants a device that gives every boot the same number.
    init(_ kind: Kind, seed: UInt64, boots: Bool = true) throws {
        self.kind = kind
        random = SeededRandom(seed: seed)
        let length = Int.random(in: 30...240, using: &random)
        let from = Int.random(in: 420...1100, using: &random)
        window = from..<from + length
        switch kind {
        case .calm: wallOffMs = within(20_000)
        case .rough: wallOffMs = startingOffset()
        }
        reboot(numbered: boots)
        for (at, event) in events() {
            now = max(now, at)
            wasRight = wasRight && wallOffMs.magnitude <= 300_000
            switch event {
            case .scan: record()
            case .contact: try sync()
            case .reboot: reboot(numbered: boots)
            case .wallSet: wallOffMs = otherOffset()
            case .turn: turn()
            }
        }
        wasRight = wasRight && wallOffMs.magnitude <= 300_000
        now = Self.start + Int64(Self.days) * Self.day + 1
        try sync()
    }

    // What happens

    private enum Event { case scan, contact, reboot, wallSet, turn }

    private mutating func events() -> [(at: Int64, event: Event)] {
        var events: [(at: Int64, event: Event)] = []
        for day in 0..<Self.days {
            let midnight = Self.start + Int64(day) * Self.day
            // People come evenly, from a quarter of an hour before to a quarter of an hour after.
            for _ in 0..<5 {
                let from = midnight + Int64(window.lowerBound - 15) * 60_000
                let until = midnight + Int64(window.upperBound + 15) * 60_000
                events.append((Int64.random(in: from..<until, using: &random), .scan))
            }
            switch kind {
            case .calm:
                // Somebody switches it on and syncs; it may run on through the night.
                let morning = midnight + Int64.random(in: 0..<Self.day / 4, using: &random)
                if random.chance(50) { events.append((morning, .reboot)) }
                events.append((morning + 60_000, .contact))
            case .rough:
                func some() -> Int64 { midnight + Int64.random(in: 0..<Self.day, using: &random) }
                for _ in 0..<Int.random(in: 0...2, using: &random) { events.append((some(), .reboot)) }
                for _ in 0..<Int.random(in: 0...2, using: &random) { events.append((some(), .contact)) }
                if random.chance(25) { events.append((some(), .wallSet)) }
                events.append((some(), .turn))
            }
        }
        return events.sorted { $0.at < $1.at }
    }

    private mutating func within(_ limit: Int64) -> Int64 { Int64.random(in: -limit...limit, using: &random) }

    private mutating func startingOffset() -> Int64 {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: 8 * 3_600_000
        case 1: otherOffset()
        default: within(120_000)
        }
    }

    /// Sets the clock wrong: a dead battery, a day ahead, the wrong hour, or by somebody's watch.
    private mutating func otherOffset() -> Int64 {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: 946_684_800_000 - now
        case 1: Self.day
        case 2: within(12 * 3_600_000)
        case 3: within(1_200_000)
        default: within(280_000)
        }
    }

    // The device

    private var monotonicMs: UInt64 {
        UInt64(monotonicAtTurn + Double(now - turnMs) * (1 + drift))
    }

    private var wallMs: Int64 { now + wallOffMs }

    private mutating func reboot(numbered: Bool) {
        boot = numbered ? boot + UInt64.random(in: 1...1000, using: &random) : 1
        (monotonicAtTurn, turnMs) = (Double(Int.random(in: 3000...90_000, using: &random)), now)
        let limit = kind == .calm ? 0.0001 : 0.00045
        drift = Double.random(in: -limit...limit, using: &random)
        if kind == .rough, random.chance(20) { wallOffMs = otherOffset() }
    }

    private mutating func turn() {
        (monotonicAtTurn, turnMs) = (Double(monotonicMs), now)
        drift = Double.random(in: -0.00045...0.00045, using: &random)
    }

    private mutating func record() {
        pending.append((.live(boot: boot, monotonicMs: monotonicMs, wallMs: wallMs), now))
    }

    private mutating func sync() throws {
        // Told who it is, the device reads its clocks; what it says arrives.
        let told = now
        now += Int64.random(in: 1...(random.chance(5) ? 20_000 : 800), using: &random)
        let (monotonic, wall) = (monotonicMs, wallMs)
        now += Int64.random(in: 1...400, using: &random)
        note(
            ClockReading(
                boot: boot, monotonicMs: monotonic, trueTime: TimeInterval(earliestMs: told, latestMs: now),
                wallMs: wall))
        while !pending.isEmpty { try push() }
        let answered = now
        now += Int64.random(in: 1...400, using: &random)
        keepReceipt(of: answered)
    }

    private mutating func keepReceipt(of timeMs: Int64) {
        let isForged = kind == .rough && random.chance(15)
        let time = isForged ? timeMs + within(2 * 3_600_000) : timeMs
        receipt = (
            BatchHeader.Receipt(
                sequence: nextSequence - 1, timeMs: UInt64(time), token: 1, boot: boot, monotonicMs: monotonicMs),
            !isForged
        )
    }

    private mutating func push() throws {
        var builder = BatchBuilder(firstSequence: nextSequence, receipt: receipt?.receipt)
        var truth: [Int64] = []
        for (moment, made) in pending {
            let fact = Fact(kind: .checkIn, subject: .person(nextSequence), offering: 1, method: .pass)
            guard builder.append(fact, at: moment) else { break }
            truth.append(made)
        }
        pending.removeFirst(truth.count)
        nextSequence += UInt64(truth.count)
        now += Int64.random(in: 1...300, using: &random)
        let batch = try Batch.decode(builder.body())
        arrived.append(
            Arrived(batch: batch, receivedMs: now, isReceiptGenuine: receipt?.isGenuine ?? true, truth: truth))
        if case .boot(let boot, let monotonicMs) = batch.header.timebase {
            note(ClockReading(boot: boot, monotonicMs: monotonicMs, wallMs: batch.header.wallMs))
        }
    }

    // The server

    private mutating func note(_ reading: ClockReading) {
        let before = readings.filter { $0.boot == reading.boot && $0.monotonicMs <= reading.monotonicMs }
            .sorted { $0.monotonicMs < $1.monotonicMs }
        if !reading.isContact {
            if reading.isNews(after: before.last) { readings.append(reading) }
        } else if let kept = reading.kept(behind: before.last(where: \.isContact), after: before.last) {
            readings.append(kept)
        }
    }
}
