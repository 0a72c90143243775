import Application
import Domain
import Messages
import Storage

/// EXM-1: a bank of questions, of an offering or of a programme, whose id is its own.
struct Bank: Sendable {
    let id: UInt64
    /// Nil for a programme's.
    let offering: OfferingRecord?

    static let roles: [Role] = [.platformAdmin, .providerAdmin, .baseAdmin]

    /// - Throws: `notFound`; `notAllowed` unless the caller has the offering in hand, or administrates the platform.
    init(_ id: UInt64, field: String = "bank", for call: Call, _ snapshot: Snapshot) throws {
        self.id = id
        if try snapshot.exists(.offeringExists, id) {
            let offering = try OfferingRecord(id, snapshot)
            try call.requireAuthority(over: offering, as: Self.roles, snapshot)
            self.offering = offering
        } else {
            guard call.isPlatformAdministrator else { throw Refusal(.notAllowed) }
            guard try snapshot.exists(.programmeExists, id) else {
                throw Refusal(.notFound, field: field, "no offering and no programme", zh: "没有此期次或项目体系")
            }
            offering = nil
        }
    }
}

extension Exams {
    /// ATT-10b: throws `wrongState` where a class under way would be left with too few.
    func requireKept(enabled: Int, in bank: Bank, _ context: WriteContext) throws {
        guard let offering = bank.offering, offering.state != .cancelled else { return }
        let zone = offering.plan.zone
        let first = zone.instant(offering.dates.first?.day ?? Day(0))
        try QuestionBank.requireKept(
            enabled: enabled, needed: try QuestionDemand.needed(by: bank.id, context.transaction),
            now: Instant(context.now), lesson: first..<max(first, offering.time.ends), zone: zone)
    }
}
