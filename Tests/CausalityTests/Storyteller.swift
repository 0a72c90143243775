import Seeded
import Causality

/// Makes histories: a few devices that record, meet, get cloned, and sometimes write nonsense into their references.
struct Storyteller {
    private struct Node {
        let log: LogID
        let parent: Int?
    }

    private struct Device {
        var node: Int
        var next: UInt64 = 1
        var batch: BatchTag?
        var knows: Set<Int> = []
    }

    private enum Aim {
        case own(Int), other(Int)
        case forward(UInt64), untagged(Int), mistagged(Int), nowhere
    }

    private struct Draft {
        let node: Int
        let sequence: UInt64
        let batch: BatchTag
        let actor: UInt64
        let role: FactRole
        let value: Int64
        var references: [(role: ReferenceRole, aim: Aim)] = []
    }

    private var random: SeededRandom
    private var nodes: [Node] = []
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
            devices.append(Device(node: nodes.count))
            nodes.append(Node(log: LogID(raw: random.wide()), parent: nil))
        }
    }

    private mutating func tell() -> Story {
        let isCloning = random.chance(35)
        for _ in 0..<Int.random(in: 3...12, using: &random) {
            let device = Int.random(in: devices.indices, using: &random)
            switch Int.random(in: 0..<100, using: &random) {
            case ..<20: meet(device)
            case ..<40 where isCloning && devices.count < 6: clone(device)
            case _: record(device)
            }
        }
        name()
        return story
    }

    private mutating func meet(_ device: Int) {
        devices[device].knows.formUnion(devices[Int.random(in: devices.indices, using: &random)].knows)
    }

    private mutating func clone(_ device: Int) {
        let node = devices[device].node
        let isEmpty = !drafts.contains { $0.node == node }
        guard let parent = isEmpty ? nodes[node].parent : node else { return }
        var twin = devices[device]
        devices[device].batch = nil
        if !isEmpty {
            devices[device].node = nodes.count
            nodes.append(Node(log: nodes[node].log, parent: parent))
        }
        twin.batch = nil
        twin.node = nodes.count
        nodes.append(Node(log: nodes[node].log, parent: parent))
        devices.append(twin)
        // Only a fork that both sides wrote to is one.
        if random.chance(70) { record(device) }
        if random.chance(70) { record(devices.count - 1) }
    }

    private func path(_ node: Int) -> [Int] {
        Array(sequence(first: node) { nodes[$0].parent })
    }

    private mutating func record(_ index: Int) {
        let device = devices[index]
        let (id, way) = (drafts.count, path(device.node))
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
            node: device.node, sequence: sequence, batch: batch ?? BatchTag(raw: random.wide()), actor: actor,
            role: role, value: role == .void || role == .checkIn ? 0 : Int64.random(in: 1...3, using: &random))
        for target in device.knows.sorted() {
            guard let reference = chooseReference(role, actor, to: target) else { continue }
            if way.contains(drafts[target].node) {
                draft.references.append((reference, .own(target)))
            } else if random.chance(5), nodes[drafts[target].node].log != nodes[device.node].log {
                draft.references.append((reference, .untagged(target)))
            } else {
                draft.references.append((reference, random.chance(5) ? .mistagged(target) : .other(target)))
            }
        }
        if random.chance(3) { draft.references.append((.replaces, .forward(sequence + (random.chance(50) ? 0 : 1)))) }
        if random.chance(3) { draft.references.append((.replaces, .nowhere)) }
        story.laneMates.append(drafts.indices.filter { drafts[$0].actor == actor && way.contains(drafts[$0].node) })
        drafts.append(draft)
        devices[index].next = sequence + 1
        devices[index].batch = draft.batch
        devices[index].knows.insert(id)
    }

    /// Mostly as an honest program would refer, sometimes less, sometimes more.
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

    /// What a journal does: facts behind a fork take the name of their branch, whichever branch came first.
    private mutating func name() {
        let used = nodes.indices.filter { node in drafts.contains { path($0.node).contains(node) } }
        var names: [LogID] = []
        for (index, node) in nodes.enumerated() {
            let twins = used.filter { nodes[$0].parent == node.parent }
            let first = drafts.first { path($0.node).contains(index) }
            if let parent = node.parent {
                guard twins.count > 1, let first else {
                    names.append(names[parent])
                    continue
                }
                names.append(LogID(raw: node.log.raw ^ (first.batch.raw &* 0x9E37_79B9_7F4A_7C15)))
                story.branches[names[index]] = names[parent]
            } else {
                names.append(node.log)
            }
        }
        for (id, draft) in drafts.enumerated() {
            let references = draft.references.map { reference(id, $0.role, $0.aim, names) }
            let fact = CausalFact(
                dot: Dot(log: names[draft.node], sequence: draft.sequence), batch: draft.batch, actor: draft.actor,
                role: draft.role, references: references, value: draft.value)
            story.arrivals.append(
                Arrival(id: id, fact: fact, wallMs: Int64.random(in: -1_000_000...1_000_000, using: &random)))
        }
    }

    private mutating func reference(_ id: Int, _ role: ReferenceRole, _ aim: Aim, _ names: [LogID]) -> Reference {
        let own = nodes[drafts[id].node].log
        switch aim {
        case .own(let target):
            story.edges.append(Story.Edge(from: id, to: target, role: role))
            // As recorded, under the name of one's own branch, or with a tag that nobody asked for.
            let log = random.chance(70) ? own : names[drafts[id].node]
            let tag = random.chance(10) ? drafts[target].batch : nil
            return Reference(role, Dot(log: log, sequence: drafts[target].sequence), tag: tag)
        case .other(let target):
            story.edges.append(Story.Edge(from: id, to: target, role: role))
            let node = drafts[target].node
            let log = random.chance(70) ? nodes[node].log : names[node]
            return Reference(role, Dot(log: log, sequence: drafts[target].sequence), tag: drafts[target].batch)
        case .forward(let sequence):
            story.faults.append((id, .forward))
            return Reference(role, Dot(log: own, sequence: sequence))
        case .untagged(let target):
            story.faults.append((id, .untagged))
            return Reference(role, Dot(log: nodes[drafts[target].node].log, sequence: drafts[target].sequence))
        case .mistagged(let target):
            story.faults.append((id, .ambiguous))
            let dot = Dot(log: nodes[drafts[target].node].log, sequence: drafts[target].sequence)
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
