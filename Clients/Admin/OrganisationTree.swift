import ClientKit
import Console
import Messages

extension Command {
    static var organisationTree: Command {
        let within = Name<RegionRegister>.option("in", Phrase("this region and below", "此地区及下级"))
        let closed: Parameter<Bool> = .flag("closed", Phrase("closed ones too", "包括已停用"))
        return Command("tree", Phrase("what lies in what", "机构树"), within, closed) { arguments, desk in
            var all: [Organisation] = []
            var after: UInt64 = 0
            repeat {
                let reply: ListOrganisationsReply = try desk.call(
                    .organisationsListOrganisations,
                    ListOrganisationsRequest(
                        after: after, limit: 500, within: try desk.id(arguments[within]), withClosed: arguments[closed])
                )
                all += reply.organisations
                after = reply.next
            } while after != 0
            var table = Table(
                .init("name", Phrase("Name", "名称")), .init("kind", Phrase("Kind", "类型")),
                .init("id", Phrase("Id", "编号"), .right))
            for row in OrganisationTree(all).rows {
                table.add(
                    .init(Phrase(row.branch + row.organisation.name), json: .string(row.organisation.name)),
                    row.organisation.level == nil
                        ? .init(row.organisation.kind) : .init(row.organisation.level),
                    .init(row.organisation.id))
            }
            try desk.interaction.show(table)
            return .ok
        }
    }
}

/// Organisations in tree order, each with the branches drawn before its name.
struct OrganisationTree {
    struct Row {
        let organisation: Organisation
        let branch: String
    }

    private let below: [UInt64: [Organisation]]
    private let roots: [Organisation]

    /// - Parameter organisations: in any order; one whose parent is not among them is a root.
    init(_ organisations: [Organisation]) {
        let known = Set(organisations.map(\.id))
        // Regions come last, so that a region's own organisations are not hidden below its counties.
        let ordered = organisations.sorted {
            ($0.kind == .region ? 1 : 0, $0.id) < ($1.kind == .region ? 1 : 0, $1.id)
        }
        below = Dictionary(grouping: ordered.filter { known.contains($0.parent) }, by: \.parent)
        roots = ordered.filter { !known.contains($0.parent) }
    }

    var rows: [Row] {
        var rows: [Row] = []
        func place(_ organisation: Organisation, _ before: String, _ branch: String) {
            rows.append(Row(organisation: organisation, branch: before + branch))
            let children = below[organisation.id] ?? []
            let inner = before + (branch == "├─ " ? "│  " : branch == "└─ " ? "   " : "")
            for (index, child) in children.enumerated() {
                place(child, inner, index == children.count - 1 ? "└─ " : "├─ ")
            }
        }
        for root in roots { place(root, "", "") }
        return rows
    }
}
