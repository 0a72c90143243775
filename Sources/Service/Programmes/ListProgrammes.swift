import Application
import Domain
import Messages
import Storage

extension Programmes {
    func listProgrammes(_ request: ListProgrammesRequest, _ context: ReadContext) throws -> ListProgrammesReply {
        let limit = pageLimit(request.limit)
        let found = try programmes(after: request.after, limit: limit, context.snapshot)
        return ListProgrammesReply(programmes: found, next: found.count == limit ? found.last?.id ?? 0 : 0)
    }

    func listPresets(_ request: ListPresetsRequest, _ context: ReadContext) throws -> ListPresetsReply {
        ListPresetsReply(
            presets: Preset.allCases.map { Messages.Programme(preset: $0.name, policy: $0.policy.switches) })
    }

    func programmes(after: UInt64, limit: Int, _ snapshot: Snapshot) throws -> [Messages.Programme] {
        try snapshot.all(
            "SELECT id, name, preset, time_zone FROM programme WHERE id > ?1 ORDER BY id LIMIT ?2", after, limit
        ) { row in
            let id = row.id(0)
            return Messages.Programme(
                id: id, name: row.text(1), preset: row.text(2), timeZone: row.text(3),
                policy: try policy(of: id, snapshot).switches)
        }
    }

    /// The policy of a programme as it is now.
    func policy(of programme: UInt64, _ snapshot: Snapshot) throws -> Policy {
        try Policy(
            snapshot.all("SELECT name, value FROM policy_switch WHERE programme = ?1", programme) {
                Policy.Setting($0.text(0), $0.text(1))
            })
    }
}
