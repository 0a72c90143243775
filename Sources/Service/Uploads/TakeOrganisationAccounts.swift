import Application
import Domain
import Messages
import Storage

extension Uploads {
    /// ACC-7a: accounts for organisations that have none, each with a first password that is told once. A row about an account that
    /// exists changes nothing, its password least of all.
    var organisationAccountRows:
        RowKind<OrganisationAccountColumn, OrganisationAccountRow, Void, CreateOrganisationAccountRequest>
    {
        RowKind(format: OrganisationAccountRow.format) { _, call, _ in
            guard call.caller.holds(anyOf: [.platformAdmin]) else { throw Refusal(.notAllowed) }
        } judge: { [self] row, _, _, book, snapshot in
            let organisation = try organisation(of: row.value, snapshot)
            if let line = book.line(of: "\(organisation.id)") {
                throw RowFault(
                    OrganisationAccountColumn.organisation, "the same organisation as line \(line)",
                    zh: "与第 \(line) 行是同一机构")
            }
            book.enter("\(organisation.id)", line: row.line)
            let account = row.value.account
            let wanted = CreateOrganisationAccountRequest(organisation: organisation.id, name: account)
            if let known = try OrganisationAccount(of: organisation.id, snapshot) {
                guard known.name == account else {
                    throw RowFault(
                        OrganisationAccountColumn.account, "it has the account \(known.name)",
                        zh: "该机构已有账号 \(known.name)")
                }
                return (.unchanged, wanted)
            }
            try requireFree(account, snapshot)
            return (.added, wanted)
        } land: { [self] wanted, _, context in
            let made = try accounts.createOrganisationAccount(wanted, context)
            let name = try organisations.organisation(wanted.organisation, context.transaction).name
            return Landed(account: [name, "", made.name, made.initialPassword])
        } undo: {
            .never(
                Phrase(
                    "the account of an organisation cannot be taken away: close the organisation that should have none (rollcall-admin organisations close ID)",
                    "机构账号不可撤回：不应有账号的机构请停用（rollcall-admin organisations close 编号）"))
        }
    }

    private func organisation(
        of row: OrganisationAccountRow, _ snapshot: Snapshot
    ) throws -> Organisation {
        let kinds = OrganisationKind.allCases.filter { $0 != .region }
        let parents: [UInt64?] =
            try row.region.isEmpty ? [nil] : organisations.find(.region, called: row.region, under: nil, snapshot)
        let found = try parents.flatMap { parent in
            try kinds.flatMap { try organisations.find($0, called: row.organisation, under: parent, snapshot) }
        }
        guard let only = found.first else {
            throw RowFault(OrganisationAccountColumn.organisation, "there is no such organisation", zh: "没有此机构")
        }
        guard found.count == 1 else {
            throw RowFault(
                OrganisationAccountColumn.region, "several have this name: write the region of the one meant",
                zh: "同名机构不止一个，请填写所属地区")
        }
        let organisation = try organisations.organisation(only, snapshot)
        guard !organisation.closed else {
            throw RowFault(OrganisationAccountColumn.organisation, "it is closed", zh: "该机构已停用")
        }
        return organisation
    }

    private func requireFree(_ account: String, _ snapshot: Snapshot) throws {
        do throws(Refusal) {
            _ = try AccountName.chosen(account)
        } catch {
            throw RowFault(OrganisationAccountColumn.account, error.reason)
        }
        guard try OrganisationAccount(name: account, snapshot) == nil else {
            throw RowFault(OrganisationAccountColumn.account, "another organisation has it", zh: "该账号已被其他机构使用")
        }
    }
}
