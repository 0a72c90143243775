import Application
import Domain
import Messages
import Storage
import Wire

extension Reports {
    /// RPT-1: exports a list as CSV (UTF-8 with BOM, which spreadsheets need), 500 rows a page. All pages are of the
    /// first page's snapshot, so that no row moves to another page.
    func export(
        _ request: ExportRequest, _ cursor: [UInt8]?, _ table: ExportTable?, _ context: ReadContext
    ) throws -> Page<ExportTable> {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering, context.snapshot)
        let language = Language(locale: context.call.options.locale)
        let start = try cursor.map(Self.exportRow) ?? 0
        let table = try table ?? self.table(request.kind, offering, language, context.snapshot)
        var writer = DelimitedWriter(digits: .guarded)
        if start == 0 {
            writer.append(table.heading.map { $0.text(in: language) })
        } else {
            // The byte order mark belongs to the first page only.
            _ = writer.take()
        }
        let end = min(start + Self.exportRows, table.count)
        for row in min(start, end)..<end { writer.append(try table.row(row, context.snapshot)) }
        var next = ByteWriter()
        next.writeVarint(UInt64(end))
        return Page(
            items: [ExportChunk(bytes: writer.take()).serialized()], next: end < table.count ? next.bytes : nil,
            state: table)
    }

    private func table(
        _ kind: ExportKind?, _ offering: OfferingRecord, _ language: Language, _ snapshot: Snapshot
    ) throws -> ExportTable {
        switch kind {
        case .awards: return try .awards(self, offering, language, snapshot)
        case .eligible:
            let policy = try programmes.policy(of: offering.programme, snapshot)
            return .eligible(try EligibilityList(offering, policy: policy, credits, snapshot), language)
        case .scans:
            return try .scans(try OfferingAttendance(offering, checkIns.keptAttendance, snapshot), offering, language)
        case .analysis:
            return .analysis(try OfferingAttendance(offering, checkIns.keptAttendance, snapshot), offering, language)
        case .scores: return try .scores(self, offering, language, snapshot)
        case nil: throw Refusal(.invalid, field: "kind")
        }
    }

    private static let exportRows = 500

    private static func exportRow(_ cursor: [UInt8]) throws -> Int {
        var reader = ByteReader(cursor.span)
        return Int(clamping: try reader.readVarint())
    }
}
