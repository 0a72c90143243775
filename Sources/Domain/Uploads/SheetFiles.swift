/// The heading of the column that a mend file adds.
let sheetReason = Phrase("reason", "原因")

extension SheetColumn {
    /// BAT-1: returns a file with headings, instructions and an example, to be filled in.
    package static func template(in language: Language) -> [UInt8] {
        var writer = DelimitedWriter(digits: .guarded)
        writer.append(allCases.map { $0.heading.text(in: language) })
        writer.append(allCases.map { instructions[$0]?.text(in: language) ?? "" })
        writer.append(allCases.map { example[$0]?.text(in: language) ?? "" })
        return writer.take()
    }
}

// BAT-3c: the mend file: the bad rows as given, with a column of reasons, which is ignored when the file is uploaded
// again. Headings keep their language; reasons are in the requested language.
extension Sheet {
    package func mendHeading(in language: Language) -> [UInt8] {
        var writer = DelimitedWriter(digits: .guarded)
        writer.append(heading.titles + [sheetReason.text(in: language)])
        return writer.take()
    }

    /// Returns rows below the heading, in the order given.
    package func mendRows(_ bad: [FaultyRow], in language: Language) -> [UInt8] {
        var writer = DelimitedWriter(digits: .guarded)
        // Removes the byte order mark, which belongs at the start of a file only.
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
