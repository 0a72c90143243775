import Causality
import Domain
import Messages
import Storage

/// The names of what decisions mention, each looked up once.
struct DecisionNames {
    private let snapshot: Snapshot
    private var people: [UInt64: String] = [:]
    private var offerings: [UInt64: String] = [:]
    private var terminals: [UInt64: String] = [:]

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    mutating func person(_ id: UInt64) throws -> String {
        try Self.find(id, &people) { try snapshot.first(.nameOfPerson, id) { $0.text(0) } }
    }

    mutating func offering(_ id: UInt64) throws -> String {
        try Self.find(id, &offerings) {
            try snapshot.first(.titleOfOffering, id) { $0.text(0) }
        }
    }

    mutating func terminal(_ id: UInt64) throws -> String {
        try Self.find(id, &terminals) { try snapshot.first(.nameOfTerminal, id) { $0.text(0) } }
    }

    /// Returns a decision for display.
    /// - Parameter showsActor: whether who decided is shown; a trainee is told what and why alone.
    mutating func message(
        _ stored: StoredDecision, _ standing: StandingDecisions, showsActor: Bool = true
    ) throws -> ScanDecision {
        let decision = stored.decision
        var message = ScanDecision(
            log: decision.dot.log.bytes, sequence: decision.dot.sequence, factLog: stored.fact.log.bytes,
            factSequence: stored.fact.sequence, ruling: decision.ruling, reason: stored.reason, atMs: stored.atMs,
            stands: standing.dots.contains(decision.dot))
        if showsActor { (message.actor, message.actorName) = (stored.actor, try person(stored.actor)) }
        switch decision.ruling {
        case .isPerson: (message.person, message.personName) = (decision.argument, try person(decision.argument))
        case .belongsToOffering:
            (message.offering, message.offeringTitle) = (decision.argument, try offering(decision.argument))
        case .counts: message.countsAtMs = Int64(decision.argument)
        case .doesNotCount, .countOpen, .personOpen, .offeringOpen: break
        }
        return message
    }

    private static func find(
        _ id: UInt64, _ known: inout [UInt64: String], _ look: () throws -> String?
    ) rethrows -> String {
        if id == 0 { return "" }
        if let name = known[id] { return name }
        let name = try look() ?? ""
        known[id] = name
        return name
    }
}
