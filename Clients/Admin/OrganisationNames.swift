import ClientKit
import Console
import Messages

extension Desk {
    /// Returns the id of an organisation given by its id or its whole name.
    func organisation(_ text: String) throws -> UInt64 {
        if let id = UInt64(text) { return id }
        let reply: ListOrganisationsReply = try call(
            .organisationsListOrganisations, ListOrganisationsRequest(limit: 500, nameContains: text))
        let found = reply.organisations.filter { $0.name == text }
        if found.count == 1 { return found[0].id }
        let listed = (found.isEmpty ? reply.organisations : found).prefix(5).map { "\($0.id) \($0.name)" }
            .joined(separator: ", ")
        throw CommandFailure(
            .refused, name: found.isEmpty ? "not_found" : "ambiguous",
            found.isEmpty
                ? Phrase("there is no organisation \(text)", "没有名称为“\(text)”的机构")
                : Phrase("several organisations are called \(text): give the id", "名称为“\(text)”的机构不止一个，请给出编号"),
            hint: listed.isEmpty ? nil : Phrase("there are: \(listed)", "已有：\(listed)"))
    }

    /// Returns 0 for none.
    func organisation(_ text: String?) throws -> UInt64 { try text.map(organisation(_:)) ?? 0 }
}
