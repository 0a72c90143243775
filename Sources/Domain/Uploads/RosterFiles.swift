/// The two files that a roster upload hands out.
package enum RosterFiles {
    /// BAT-1: headings alone, ready to be filled in.
    package static func template(in language: Language) -> [UInt8] {
        var writer = DelimitedWriter()
        writer.append(RosterColumn.allCases.map { $0.heading.text(in: language) })
        return writer.take()
    }

    package static func templateName(in language: Language) -> String {
        switch language {
        case .english: "roster.csv"
        case .chinese: "学员名单.csv"
        }
    }
}

extension RosterSheet {
    /// BAT-3c: the bad rows as they were given, with a column that says why; it is ignored when the file is sent again.
    /// Empty when there is nothing to mend.
    ///
    /// - Parameters:
    ///   - bad: those of this sheet and those that the server refused, in any order.
    ///   - language: of the reasons; the headings stay as they were.
    package func mendFile(_ bad: [BadRow], in language: Language) -> [UInt8] {
        guard !bad.isEmpty else { return [] }
        var writer = DelimitedWriter(digits: .guarded)
        writer.append(heading.titles + [RosterColumn.reason.text(in: language)])
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
