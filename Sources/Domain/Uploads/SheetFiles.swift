/// The heading of the column that a mend file adds.
let sheetReason = Wording("reason", zh: "原因")

extension SheetColumn {
    /// BAT-1: headings alone, ready to be filled in.
    package static func template(in language: Language) -> [UInt8] {
        var writer = DelimitedWriter()
        writer.append(allCases.map { $0.heading.text(in: language) })
        return writer.take()
    }
}

extension Sheet {
    /// BAT-3c: the bad rows as they were given, with a column that says why; it is ignored when the file is sent again.
    /// Empty when there is nothing to mend.
    ///
    /// - Parameters:
    ///   - bad: those of this sheet and those that the server refused, in any order.
    ///   - language: of the reasons; the headings stay as they were.
    package func mendFile(_ bad: [BadRow], in language: Language) -> [UInt8] {
        guard !bad.isEmpty else { return [] }
        var writer = DelimitedWriter(digits: .guarded)
        writer.append(heading.titles + [sheetReason.text(in: language)])
        for row in bad.sorted(by: { $0.line < $1.line }) {
            let reasons = row.refusals.map { refusal in
                let reason = refusal.reason.text(in: language)
                return refusal.column.isEmpty ? reason : "\(refusal.column): \(reason)"
            }
            let padding = Array(repeating: "", count: max(0, heading.titles.count - row.cells.count))
            writer.append(row.cells + padding + [reasons.joined(separator: "; ")])
        }
        return writer.take()
    }
}
