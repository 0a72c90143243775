import Application
import Domain
import Messages
import Storage

extension Uploads {
    /// ORG-3: entries of the catalogues, matched by kind and code.
    var catalogueRows: RowKind<CatalogueColumn, CatalogueRow, Void, CatalogueEntry> {
        RowKind(format: CatalogueRow.format) { _, call, _ in
            guard call.caller.holds(anyOf: [.platformAdmin]) else { throw Refusal(.notAllowed) }
        } judge: { row, _, _, _, snapshot in
            let value = row.value
            let known = try snapshot.first(
                "SELECT name, retired FROM catalogue_entry WHERE kind = ?1 AND code = ?2", value.kind.rawValue,
                value.code
            ) { (name: $0.text(0), retired: $0.bool(1)) }
            let entry = CatalogueEntry(
                kind: value.kind, code: value.code,
                name: value.name, retired: value.isRetired)
            guard let known else { return (.added, entry) }
            return (known == (value.name, value.isRetired) ? .unchanged : .changed, entry)
        } land: { [self] entry, _, context in
            _ = try organisations.save(entry, context.transaction)
            return Landed()
        } undo: {
            .never(
                Phrase(
                    "entries of the catalogues may be chosen anywhere: retire those that are wrong (rollcall-admin catalogues retire KIND CODE NAME)",
                    "字典条目可能已被引用：请停用有误的条目（rollcall-admin catalogues retire 类型 代码 名称）"))
        }
    }
}
