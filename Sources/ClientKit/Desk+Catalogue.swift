package import Console
package import Messages

extension Desk {
    /// The most entries that an error lists.
    private static let mostEntriesListed = 10

    /// Returns every current entry of a catalogue.
    package func entries(_ kind: CatalogueKind) throws(CommandFailure) -> [CatalogueEntry] {
        var entries: [CatalogueEntry] = []
        var after: UInt64 = 0
        repeat {
            let reply: ListCatalogueReply = try call(
                .organisationsListCatalogue, ListCatalogueRequest(kind: kind, after: after, limit: 500))
            entries += reply.entries
            after = reply.next
        } while after != 0
        return entries
    }

    /// Returns the id of the entry with this id, code or name.
    package func entry(_ kind: CatalogueKind, _ text: String) throws(CommandFailure) -> UInt64 {
        let all = try entries(kind)
        guard let entry = all.first(where: { [$0.code, $0.name, String($0.id)].contains(text) }) else {
            let listed = all.prefix(Self.mostEntriesListed).map(\.name)
            throw CommandFailure(
                .refused, name: "not_found",
                Phrase("“\(text)” is not among the \(kind.phrase.en) entries", "\(kind.phrase.zh)字典中没有“\(text)”"),
                hint: listed.isEmpty
                    ? nil
                    : Phrase("there are: \(listed.joined(separator: ", "))", "可选：\(listed.joined(separator: "、"))"))
        }
        return entry.id
    }
}
