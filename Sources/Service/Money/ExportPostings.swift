import Application
import Domain
import Messages
import Storage
import Wire

extension Orders {
    /// ORD-6a, RPT-1: the entries of a time as CSV (UTF-8 with BOM), in the order they were made, 500 postings a page.
    /// - Parameter range: UTC milliseconds.
    func exportPostings(
        in range: Range<Int64>, _ cursor: [UInt8]?, _ context: ReadContext
    ) throws -> Page<Void> {
        let snapshot = context.snapshot
        let language = Language(locale: context.call.options.locale)
        var (ms, id) = (range.lowerBound, UInt64(0))
        if let cursor {
            var reader = ByteReader(cursor.span)
            (ms, id) = (Int64(bitPattern: try reader.readVarint()), try reader.readVarint())
        }
        let page = try listPage(500, by: \.self) { limit in
            try snapshot.all(
                PostingRecord.inTime, ms, id, range.upperBound, limit, body: PostingRecord.columns.read)
        }
        var writer = DelimitedWriter(digits: .guarded)
        if cursor == nil {
            writer.append(Self.postingHeading.map { $0.text(in: language) })
        } else {
            // The byte order mark belongs to the first page only.
            _ = writer.take()
        }
        for record in page.elements {
            let posting = try record.message(in: language, snapshot)
            for entry in posting.entries {
                writer.append([
                    "\(record.id)", ZoneRule.china.stamp(Instant(record.atMs)), posting.text,
                    entry.account?.phrase.text(in: language) ?? "", entry.fen > 0 ? Fen(entry.fen).yuan : "",
                    entry.fen < 0 ? Fen(-entry.fen).yuan : "", record.order == 0 ? "" : "\(record.order)",
                    record.unitPayment == 0 ? "" : "\(record.unitPayment)",
                ])
            }
        }
        let next = page.next.map { last in
            var cursor = ByteWriter()
            cursor.writeVarint(UInt64(bitPattern: last.atMs))
            cursor.writeVarint(last.id)
            return cursor.bytes
        }
        return Page(items: [ExportChunk(bytes: writer.take()).serialized()], next: next)
    }

    private static let postingHeading = [
        Phrase("posting", "分录"), Phrase("time", "时间"), Phrase("what", "事项"), Phrase("account", "科目"),
        Phrase("debit", "借方"), Phrase("credit", "贷方"), Phrase("order", "订单"), Phrase("unit payment", "单位缴费"),
    ]
}

extension PostingRecord {
    fileprivate static let inTime = SQL(
        """
        SELECT \(columns) FROM ledger_posting WHERE (at_ms, id) > (?1, ?2) AND at_ms < ?3 ORDER BY at_ms, id LIMIT ?4
        """)
}
