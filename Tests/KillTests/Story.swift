import Seeded
import Crypto
import Facts
import Journal
import Messages
import Threads
import Wire

/// A person's call: sent under one key, any number of times, and its answers.
struct PersonCall: Sendable {
    let method: Method
    let key: [UInt8]
    let request: [UInt8]
    var isSent = false
    var reply: [UInt8]?
}

/// The calls of all clients of one run, and the server's answers, which must stay true for ever.
struct Story: Sendable {
    static let organisations = 12
    static let checkIns = 12
    static let batches = 14

    let seed: UInt64
    let opening: LogOpening
    /// The batches that the terminal recorded before it comes online.
    let batches: [SealedBatch]
    /// The scanned people, by sequence.
    let scanned: [UInt64: UInt64]
    var acknowledged: UInt64 = 0
    var acks = 0
    var created: [PersonCall]
    var checkedIn: [PersonCall]
    /// A fault that no client may see, even of a killed server.
    var problems: [String] = []

    init(seed: UInt64, _ world: World) throws {
        self.seed = seed
        var random = SeededRandom(seed: seed)
        created = (0..<Self.organisations).map { number in
            PersonCall(
                method: .organisationsCreateOrganisation, key: random.bytes(16),
                request: CreateOrganisationRequest(kind: .unit, name: Self.name(number))
                    .serialized())
        }
        checkedIn = (0..<Self.checkIns).map { _ in
            PersonCall(
                method: .attendanceCheckIn, key: random.bytes(16),
                request: CheckInRequest(code: world.venueCode).serialized())
        }
        opening = LogOpening(deviceKey: world.deviceKey.publicKey, epoch: 1)
        var chain = Chain(opening: opening, site: world.site)
        var batches: [SealedBatch] = []
        var scanned: [UInt64: UInt64] = [:]
        let startMs = WallClock.nowMs()
        for batch in 0..<Self.batches {
            var builder = BatchBuilder(firstSequence: chain.head.sequence + 1)
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let person = world.roster.randomElement(using: &random)?.person ?? 0
                scanned[builder.nextSequence] = person
                let fact = Fact(kind: .checkIn, subject: .person(person), offering: world.offering, method: .number)
                let moment = BatchBuilder.Moment.live(
                    boot: 1, monotonicMs: UInt64(batch) * 1000, wallMs: startMs + Int64(batch) * 1000)
                guard builder.append(fact, at: moment) else { break }
            }
            batches.append(try chain.seal(builder.body(), with: world.deviceKey))
        }
        self.batches = batches
        self.scanned = scanned
    }

    static func name(_ number: Int) -> String { "unit \(number)" }

    var claim: LogHead { batches[batches.count - 1].head }

    /// The last fact of a batch, or 0.
    func head(at sequence: UInt64, site: [UInt8]) -> LogHead? {
        if sequence == 0 { return LogHead(sequence: 0, hash: opening.origin(site: site)) }
        return batches.first { $0.sequences.upperBound == sequence }?.head
    }
}
