package import Console
package import Messages

extension Desk {
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
        let found = try entries(kind).filter { [$0.code, $0.name, String($0.id)].contains(text) }
        guard let entry = found.first else {
            throw CommandFailure(
                .refused, name: "not_found",
                Phrase("“\(text)” is not in the catalogue", "字典中没有“\(text)”"),
                hint: Phrase("catalogues list shows what there is", "可用 catalogues list 查看"))
        }
        return entry.id
    }
}
