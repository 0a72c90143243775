import Application
import Domain
import Messages
import Storage
import Wire

extension Recruitment {
    /// REC-8, RPT-1: exports the admitted of a region in a round as CSV (UTF-8 with BOM), 500 rows a page.
    func exportAdmitted(_ request: ExportAdmittedRequest, _ cursor: [UInt8]?, _ context: ReadContext) throws -> Page<
        Void
    > {
        let snapshot = context.snapshot
        try context.call.requireAuthority(over: request.organisation, snapshot)
        let round = try RoundRecord(request.round, snapshot)
        let language = Language(locale: context.call.options.locale)
        let stages = ApplicationState.allCases.filter(\.wasAdmitted).map { Stage($0) }
        var position = try cursor.map(ExportPosition.init) ?? ExportPosition()
        var writer = DelimitedWriter(digits: .guarded)
        if cursor == nil {
            writer.append(Self.admittedHeading.map { $0.text(in: language) })
        } else {
            // The byte order mark belongs to the first page only.
            _ = writer.take()
        }
        var room = Self.admittedRows
        while room > 0, position.stage < stages.count {
            let rows = try snapshot.all(
                """
                SELECT l.specialty, l.application, l.person_name, COALESCE(s.name, ''), COALESCE(u.name, ''), c.name,
                COALESCE(b.name, ''), a.submitted_ms FROM application_place l JOIN application a ON a.id = l.application
                JOIN organisation c ON c.id = l.city LEFT JOIN catalogue_entry s ON s.id = l.specialty
                LEFT JOIN organisation u ON u.id = a.unit LEFT JOIN organisation b ON b.id = a.base
                WHERE l.round = ?1 AND l.place = ?2 AND l.stage = ?3 AND (l.specialty, l.application) > (?4, ?5)
                ORDER BY l.specialty, l.application LIMIT ?6
                """, round.id, request.organisation, stages[position.stage].number, position.specialty,
                position.application,
                room
            ) { row in
                (
                    specialty: row.id(0), id: row.id(1),
                    cells: [
                        "\(row.id(1))", row.text(2), row.text(5), row.text(4), row.text(3), row.text(6),
                        round.zone.stamp(Instant(row.integer(7))),
                    ]
                )
            }
            for row in rows { writer.append(row.cells + [stages[position.stage].state.phrase.text(in: language)]) }
            if rows.count < room {
                position = ExportPosition(stage: position.stage + 1)
            } else if let last = rows.last {
                position.specialty = last.specialty
                position.application = last.id
            }
            room -= rows.count
        }
        return Page(
            items: [ExportChunk(bytes: writer.take()).serialized()],
            next: position.stage < stages.count ? position.bytes : nil)
    }

    private static let admittedRows = 500

    private static let admittedHeading = [
        Phrase("application", "报名编号"), Phrase("name", "姓名"), Phrase("city", "地市"),
        Phrase("unit", "单位"), Phrase("specialty", "专业"), Phrase("base", "基地"),
        Phrase("submitted", "报名时间"), Phrase("state", "状态"),
    ]
}

/// The cursor of an export.
private struct ExportPosition {
    var stage = 0
    var specialty: UInt64 = 0
    var application: UInt64 = 0

    init(stage: Int = 0) { self.stage = stage }

    init(_ cursor: [UInt8]) throws {
        var reader = ByteReader(cursor.span)
        stage = Int(clamping: try reader.readVarint())
        specialty = try reader.readVarint()
        application = try reader.readVarint()
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.writeVarint(UInt64(stage))
        writer.writeVarint(specialty)
        writer.writeVarint(application)
        return writer.bytes
    }
}
