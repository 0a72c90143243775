import Facts
import Messages
import Storage

/// Who may mark on one terminal: those to whom its base has given the task, at the moment the mark arrives.
struct AssignedExaminers {
    private let terminal: UInt64
    private var known: [UInt64: Bool] = [:]

    private static let roles: [Role] = [.examiner, .baseAdmin, .examBaseAdmin]

    /// - Parameter terminal: 0 = the server itself, where whoever marks has been asked already.
    init(of terminal: UInt64) {
        self.terminal = terminal
    }

    /// Why a mark, or a void of one, is quarantined: nobody, or nobody of this base, stands for it.
    mutating func refusal(of batch: DecodedBatch, _ row: Int, _ snapshot: Snapshot) throws -> ErrorCode? {
        guard terminal != 0 else { return nil }
        let fact = batch.fact(row)
        switch fact.kind {
        case .score: break
        case .void where fact.assessment != 0: break
        case .void, .checkIn, .correction, .adjudication, .unknown: return nil
        }
        let isAssigned = try known[fact.actor] ?? isAssigned(fact.actor, snapshot)
        known[fact.actor] = isAssigned
        return isAssigned ? nil : .actorNotAssigned
    }

    private func isAssigned(_ actor: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try Self.roles.contains { role in
            try snapshot.exists(
                """
                SELECT 1 FROM terminal t JOIN role_grant g ON g.organisation = t.base \
                WHERE t.id = ?1 AND g.person = ?2 AND g.role = ?3
                """, terminal, actor, role.rawValue)
        }
    }
}
