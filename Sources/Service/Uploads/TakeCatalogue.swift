import Application
import Domain
import Messages
import Storage

extension Service {
    /// ORG-3: entries of the catalogues, found again by kind and code.
    func takeCatalogue(_ request: UploadRequest, _ file: [UInt8], _ context: WriteContext) throws -> UploadReply {
        let today = ZoneRule.china.day(of: Instant(context.now))
        return try take(CatalogueRow.format, request, file, today: today, context) { row in
            let value = row.value
            let known = try context.transaction.first(
                "SELECT name, retired FROM catalogue_entry WHERE kind = ?1 AND code = ?2", value.kind.rawValue,
                value.code
            ) { (name: $0.text(0), retired: $0.bool(1)) }
            if let known, known == (value.name, value.isRetired) { return .unchanged }
            _ = try save(
                CatalogueEntry(
                    kind: CatalogueKind(rawValue: Int32(value.kind.rawValue)) ?? .unspecified, code: value.code,
                    name: value.name, retired: value.isRetired), context.transaction)
            return known == nil ? .added : .changed
        }
    }
}
