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

// BAT-3c: the mend file: the bad rows as they were given, with a column that says why; it is ignored when the file is sent
// again. Headings stay as they were, reasons are in the language asked for.
extension Sheet {
    package func mendHeading(in language: Language) -> [UInt8] {
        var writer = DelimitedWriter(digits: .guarded)
        writer.append(heading.titles + [sheetReason.text(in: language)])
        return writer.take()
    }

    /// The rows below the heading, in the order given.
    package func mendRows(_ bad: [BadRow], in language: Language) -> [UInt8] {
        var writer = DelimitedWriter(digits: .guarded)
        // Not at the beginning of a file: without the byte order mark.
        _ = writer.take()
        for row in bad {
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
