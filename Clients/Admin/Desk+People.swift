import ClientKit
import Console
import Domain
import Messages

extension Desk {
    /// Returns the ids of people who act for an organisation, each named by id, account or name.
    func staff(_ names: [String], of organisation: UInt64) throws -> [UInt64] {
        try names.map { text in
            if let id = UInt64(text) { return id }
            let reply: ListAccountsReply = try call(
                .accountsListAccounts, ListAccountsRequest(find: text, organisation: organisation, limit: 500))
            return try only(
                text,
                reply.accounts.filter { $0.account == text || ComparedName($0.name) == ComparedName(text) }.map {
                    (id: $0.person, name: "\($0.account) \($0.name)")
                }, next: Phrase("accounts list --organisation \(organisation)"))
        }
    }

    /// Returns the id of a member of a unit, who is named by id or name.
    func member(_ text: String, of unit: Name<UnitRegister>?) throws -> UInt64 {
        if let id = UInt64(text) { return id }
        guard let unit else {
            throw CommandFailure(
                .usage, name: "usage",
                Phrase("of which unit? a name needs --unit UNIT", "哪个单位？按姓名查找须用 --unit 指定单位"))
        }
        let id = try self.id(unit)
        var (found, after): ([(id: UInt64, name: String)], UInt64) = ([], 0)
        repeat {
            let reply: ListComplianceReply = try call(
                .creditsListCompliance, ListComplianceRequest(unit: id, after: after, limit: 200))
            found += reply.people.filter { ComparedName($0.name) == ComparedName(text) }.map { ($0.person, $0.name) }
            after = reply.next
        } while after != 0
        return try only(text, found, next: Phrase("compliance list \(id)"))
    }

    private func only(_ text: String, _ found: [(id: UInt64, name: String)], next: Phrase) throws -> UInt64 {
        if found.count == 1 { return found[0].id }
        let listed = found.map { "\($0.id) \($0.name)" }
        throw CommandFailure(
            .refused, name: found.isEmpty ? "not_found" : "ambiguous",
            found.isEmpty
                ? Phrase("there is nobody called “\(text)”", "没有名为“\(text)”的人员")
                : Phrase("“\(text)” names more than one person: give the id", "名为“\(text)”的人员不止一人，请给出编号"),
            hint: listed.isEmpty
                ? nil
                : Phrase("there are: \(listed.joined(separator: ", "))", "已有：\(listed.joined(separator: "、"))"),
            next: listed.isEmpty ? next : nil)
    }
}
