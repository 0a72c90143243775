import Application
import Domain
import Messages
import Storage
import Wire

extension Service {
    /// RPT-1: a list as CSV (UTF-8 with BOM, which spreadsheets need), 500 rows a page.
    func export(_ request: ExportRequest, _ cursor: [UInt8]?, _ context: ReadContext) throws -> Page {
        let offering = try OfferingRecord(request.offering, context.snapshot)
        try context.call.requireAuthority(over: offering.base, context.snapshot)
        let language = Language(locale: context.call.options.locale)
        let start = try cursor.map(Self.exportRow) ?? 0
        let table: ExportTable
        switch request.kind {
        case .awards: table = try .awards(self, offering, context.snapshot)
        case .eligible:
            let list = try EligibilityList(
                offering, policy: policy(of: offering.programme, context.snapshot), keptAttendance,
                context.snapshot)
            table = .eligible(list, language)
        case .scans:
            table = try .scans(OfferingAttendance(offering, keptAttendance, context.snapshot), offering)
        case .analysis:
            table = try .analysis(OfferingAttendance(offering, keptAttendance, context.snapshot), offering, language)
        case .scores: table = try .scores(self, offering, context.snapshot)
        case .unspecified: throw Refused(.invalid, field: "kind")
        }
        var writer = DelimitedWriter(digits: .guarded)
        if start == 0 {
            writer.append(table.heading.map { $0.text(in: language) })
        } else {
            // The byte order mark belongs to the first page alone.
            _ = writer.take()
        }
        let end = min(start + Self.exportRows, table.rows.count)
        for row in table.rows[min(start, end)..<end] { writer.append(row) }
        var next = ByteWriter()
        next.writeVarint(UInt64(end))
        return Page(
            items: [ExportChunk(bytes: writer.take()).serialized()], next: end < table.rows.count ? next.bytes : nil)
    }

    private static let exportRows = 500

    private static func exportRow(_ cursor: [UInt8]) throws -> Int {
        var reader = ByteReader(cursor.span)
        return Int(clamping: try reader.readVarint())
    }
}
