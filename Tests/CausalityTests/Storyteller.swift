import Seeded
import Causality

/// Generates histories: a few devices that record, meet, and sometimes write invalid references.
struct Storyteller {
    private struct Device {
        let log: LogID
        var next: UInt64 = 1
        var batch: BatchTag?
        var knows: Set<Int> = []
    }

    private enum Aim {
        case own(Int), other(Int)
        case forward(UInt64), untagged(Int), mistagged(Int), nowhere
    }

    private struct Draft {
        let log: LogID
        let sequence: UInt64
        let batch: BatchTag
        let actor: UInt64
        let role: FactRole
        let value: Int64
        var references: [(role: ReferenceRole, aim: Aim)] = []
    }

    private var random: SeededRandom
    private var devices: [Device] = []
    private var drafts: [Draft] = []
    private var story: Story

    static func tell(seed: UInt64) -> Story {
        var teller = Storyteller(seed: seed)
        return teller.tell()
    }

    private init(seed: UInt64) {
        random = SeededRandom(seed: seed)
        story = Story(seed: seed)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            devices.append(Device(log: LogID(raw: random.wide())))
        }
    }

    private mutating func tell() -> Story {
        for _ in 0..<Int.random(in: 3...12, using: &random) {
            let device = Int.random(in: devices.indices, using: &random)
            if random.chance(25) { meet(device) } else { record(device) }
        }
        arrive()
        return story
    }

    private mutating func meet(_ device: Int) {
        devices[device].knows.formUnion(devices[Int.random(in: devices.indices, using: &random)].knows)
    }

    private mutating func record(_ index: Int) {
        let device = devices[index]
        let id = drafts.count
        let actor = UInt64.random(in: 1...3, using: &random)
        let role: FactRole =
            switch Int.random(in: 0..<100, using: &random) {
            case ..<50: .score
            case ..<65: .adjudication
            case ..<78: .correction
            case ..<90: .void
            case _: .checkIn
            }
        let batch = random.chance(40) ? device.batch : nil
        let sequence = device.next + UInt64.random(in: 0...2, using: &random)
        var draft = Draft(
            log: device.log, sequence: sequence, batch: batch ?? BatchTag(raw: random.wide()), actor: actor,
            role: role, value: role == .void || role == .checkIn ? 0 : Int64.random(in: 1...3, using: &random))
        for target in device.knows.sorted() {
            guard let reference = chooseReference(role, actor, to: target) else { continue }
            if drafts[target].log == device.log {
                draft.references.append((reference, .own(target)))
            } else if random.chance(5) {
                draft.references.append((reference, .untagged(target)))
            } else {
                draft.references.append((reference, random.chance(5) ? .mistagged(target) : .other(target)))
            }
        }
        if random.chance(3) { draft.references.append((.replaces, .forward(sequence + (random.chance(50) ? 0 : 1)))) }
        if random.chance(3) { draft.references.append((.replaces, .nowhere)) }
        story.laneMates.append(drafts.indices.filter { drafts[$0].actor == actor && drafts[$0].log == device.log })
        drafts.append(draft)
        devices[index].next = sequence + 1
        devices[index].batch = draft.batch
        devices[index].knows.insert(id)
    }

    /// Chooses mostly as an honest program would, sometimes less, sometimes more.
    private mutating func chooseReference(_ role: FactRole, _ actor: UInt64, to target: Int) -> ReferenceRole? {
        let isOwn = drafts[target].actor == actor
        switch Int.random(in: 0..<100, using: &random) {
        case ..<15: return nil
        case ..<25: return .replaces
        case ..<40: return .saw
        case _:
            return switch role {
            case .checkIn: nil
            case .score: isOwn ? .replaces : .saw
            case .correction, .void: random.chance(60) ? .replaces : .saw
            case .adjudication: .replaces
            }
        }
    }

    private mutating func arrive() {
        for (id, draft) in drafts.enumerated() {
            let references = draft.references.map { reference(id, $0.role, $0.aim) }
            let fact = CausalFact(
                dot: Dot(log: draft.log, sequence: draft.sequence), batch: draft.batch, actor: draft.actor,
                role: draft.role, references: references, value: draft.value)
            story.arrivals.append(
                Arrival(id: id, fact: fact, wallMs: Int64.random(in: -1_000_000...1_000_000, using: &random)))
        }
    }

    private mutating func reference(_ id: Int, _ role: ReferenceRole, _ aim: Aim) -> Reference {
        let own = drafts[id].log
        switch aim {
        case .own(let target):
            story.edges.append(Story.Edge(from: id, to: target, role: role))
            // As recorded, or with a superfluous tag.
            let tag = random.chance(10) ? drafts[target].batch : nil
            return Reference(role, Dot(log: own, sequence: drafts[target].sequence), tag: tag)
        case .other(let target):
            story.edges.append(Story.Edge(from: id, to: target, role: role))
            return Reference(
                role, Dot(log: drafts[target].log, sequence: drafts[target].sequence), tag: drafts[target].batch)
        case .forward(let sequence):
            story.faults.append((id, .forward))
            return Reference(role, Dot(log: own, sequence: sequence))
        case .untagged(let target):
            story.faults.append((id, .untagged))
            return Reference(role, Dot(log: drafts[target].log, sequence: drafts[target].sequence))
        case .mistagged(let target):
            story.faults.append((id, .ambiguous))
            let dot = Dot(log: drafts[target].log, sequence: drafts[target].sequence)
            return Reference(role, dot, tag: BatchTag(raw: random.wide()))
        case .nowhere:
            story.faults.append((id, .absent))
            return Reference(role, Dot(log: LogID(raw: random.wide()), sequence: 1), tag: BatchTag(raw: random.wide()))
        }
    }
}

extension SeededRandom {
    fileprivate mutating func wide() -> UInt128 { UInt128(next()) << 64 | UInt128(next()) }
}
