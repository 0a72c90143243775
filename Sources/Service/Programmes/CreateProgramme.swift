import Application
import Domain
import Messages
import Storage
import TimeZones

extension Programmes {
    /// POL-1: creates a programme from a preset with changed switches.
    func createProgramme(_ request: CreateProgrammeRequest, _ context: WriteContext) throws -> CreateProgrammeReply {
        let made = try ValidProgramme(
            name: request.name, preset: request.preset, changes: request.changes.map { .init($0.name, $0.value) })
        let zone = request.timeZone.isEmpty ? "Asia/Shanghai" : request.timeZone
        guard TimeZones.rule(named: zone) != nil else { throw Refusal(.invalid, field: "time_zone") }
        let transaction = context.transaction
        guard try !transaction.exists("SELECT 1 FROM programme WHERE name = ?1", made.name) else {
            throw Refusal(.alreadyExists, field: "name")
        }
        let id = try transaction.newID()
        try transaction.execute(
            "INSERT INTO programme (id, name, preset, time_zone) VALUES (?1, ?2, ?3, ?4)",
            id, made.name, made.preset.name, zone)
        try store(made.policy, of: id, context)
        context.auditDetail = "programme \(id) from \(made.preset.name)"
        return CreateProgrammeReply(
            programme: Programme(
                id: id, name: made.name, preset: made.preset.name, timeZone: zone, policy: made.policy.switches))
    }

    /// Changes switches of a programme; those not named stay.
    func changePolicy(_ request: ChangePolicyRequest, _ context: WriteContext) throws -> CreateProgrammeReply {
        let transaction = context.transaction
        guard var programme = try programme(request.programme, transaction) else {
            throw Refusal(.notFound, field: "programme")
        }
        let before = try Policy(programme.policy.map { .init($0.name, $0.value) })
        let policy = try before.changed(request.changes.map { .init($0.name, $0.value) })
        try store(policy, of: programme.id, context)
        try transaction.execute(
            "UPDATE offering SET revision = ?2 WHERE programme = ?1", programme.id, OfferingRevision.new(context))
        programme.policy = policy.switches
        context.auditDetail = request.changes.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
        return CreateProgrammeReply(programme: programme)
    }

    private func store(_ policy: Policy, of programme: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        try transaction.execute(
            "UPDATE programme SET revision = ?2 WHERE id = ?1", programme, OfferingRevision.new(context))
        for setting in policy.settings {
            try transaction.execute(
                """
                INSERT INTO policy_switch (programme, name, value) VALUES (?1, ?2, ?3)
                ON CONFLICT (programme, name) DO UPDATE SET value = ?3
                """, programme, setting.name, setting.value)
        }
    }
}

extension Policy {
    var switches: [PolicySwitch] { settings.map { PolicySwitch(name: $0.name, value: $0.value) } }
}
