import Application
import Domain
import Messages
import Storage
import Threads

extension Programmes {
    func listProgrammes(_ request: ListProgrammesRequest, _ context: ReadContext) throws -> ListProgrammesReply {
        let page = try listPage(request.limit, by: \.id) { limit in
            try context.snapshot.all(
                Programme.list, request.after, limit, body: Programme.columns.read)
        }
        return ListProgrammesReply(
            programmes: try page.elements.map { try withPolicy($0, context.snapshot) }, next: page.next ?? 0)
    }

    func listPresets(_ request: ListPresetsRequest, _ context: ReadContext) throws -> ListPresetsReply {
        ListPresetsReply(
            presets: Preset.allCases.map { Programme(preset: $0.name, policy: $0.policy.switches) })
    }

    /// `nil` for an id no programme has.
    func programme(_ id: UInt64, _ snapshot: Snapshot) throws -> Programme? {
        try snapshot.first(Programme.one, id, body: Programme.columns.read)
            .map { try withPolicy($0, snapshot) }
    }

    private func withPolicy(_ programme: Programme, _ snapshot: Snapshot) throws -> Programme {
        var programme = programme
        programme.policy = try policy(of: programme.id, snapshot).switches
        return programme
    }

    /// The policy of a programme as it is now.
    func policy(of programme: UInt64, _ snapshot: Snapshot) throws -> Policy {
        let revision = try snapshot.first("SELECT revision FROM programme WHERE id = ?1", programme) { $0.id(0) } ?? 0
        let kept = keptPolicies.withLock { $0[programme] }
        if let kept, kept.revision == revision { return kept.policy }
        let policy = try Policy(
            snapshot.all("SELECT name, value FROM policy_switch WHERE programme = ?1 ORDER BY name", programme) {
                Policy.Setting($0.text(0), $0.text(1))
            })
        keptPolicies.withLock { kept in
            if kept.count >= Self.mostKept { kept = [:] }
            kept[programme] = ReadPolicy(revision: revision, policy: policy)
        }
        return policy
    }
}

extension Programme {
    /// Without its policy.
    fileprivate static let columns = Columns("id, name, preset, time_zone") { row in
        Programme(id: row.id(), name: row.text(), preset: row.text(), timeZone: row.text())
    }

    fileprivate static let one = SQL("SELECT \(columns) FROM programme WHERE id = ?1")

    fileprivate static let list = SQL("SELECT \(columns) FROM programme WHERE id > ?1 ORDER BY id LIMIT ?2")
}
