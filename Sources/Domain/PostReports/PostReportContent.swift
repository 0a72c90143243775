/// RPF-1a: what a report says, and what it lacks before it can be submitted.
package struct PostReportContent: Equatable, Sendable {
    /// In characters, of a page.
    package static let pageLimit = 4000
    package static let textbookLimit = 200
    package static let textbookCount = 50
    package static let documentCount = 20

    /// By kind.
    package var pages: [PostReportPageKind: String]
    package var textbooks: [String]

    package init(pages: [PostReportPageKind: String], textbooks: [String]) {
        self.pages = pages
        self.textbooks = textbooks
    }

    /// - Throws: `invalid` for an empty page or one that is too long. Line ends stay.
    package static func page(_ text: String) throws(Refusal) -> String {
        var lines: [String] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let kept = trimmed(String(line))
            lines.append(kept.isEmpty ? "" : try checkedTitle(kept, field: "pages", limit: pageLimit))
        }
        let page = trimmed(lines.joined(separator: "\n"))
        guard !page.isEmpty else { throw Refusal(.invalid, field: "pages", "must not be empty", zh: "不能为空") }
        guard page.unicodeScalars.count <= pageLimit else {
            throw Refusal(
                .invalid, field: "pages", "at most \(pageLimit) characters a page", zh: "每页最多 \(pageLimit) 个字符")
        }
        return page
    }

    package static func textbooks(_ given: [String]) throws(Refusal) -> [String] {
        guard given.count <= textbookCount else {
            throw Refusal(.invalid, field: "textbooks", "at most \(textbookCount)", zh: "最多 \(textbookCount) 种教材")
        }
        var kept: [String] = []
        for title in given { kept.append(try checkedTitle(title, field: "textbooks", limit: textbookLimit)) }
        return kept
    }

    /// Returns what is missing: each page but the remarks, a notice, an agenda, a photo, and people who were there.
    package func lacking(documents: Set<PostReportDocumentKind>, people: Int) -> [Phrase] {
        let pages = PostReportPageKind.allCases.filter { $0 != .remarks && self.pages[$0] == nil }.map(\.phrase)
        let files = [PostReportDocumentKind.notice, .agenda, .photo].filter { !documents.contains($0) }.map(\.phrase)
        let attendance = people == 0 ? [Phrase("attendance, imported", "导入考勤人员")] : []
        return pages + files + attendance
    }
}

/// RPF-1a: when a report is in time.
package enum PostReportTime {
    /// The last day in time.
    /// - Parameter days: nil where the programme asks for no reports.
    package static func due(lastDay: Day, days: Int?) throws(Refusal) -> Day {
        guard let days else {
            throw Refusal(
                .wrongState, field: "offering", "this programme asks for no reports", zh: "该项目体系不需要执行情况反馈")
        }
        return lastDay.adding(days)
    }

    /// - Throws: `tooEarly` until the class has ended.
    package static func requireOver(ends: Instant, now: Instant, zone: ZoneRule) throws(Refusal) {
        guard now < ends else { return }
        let clock = zone.clock(ends)
        throw Refusal(
            .tooEarly, field: "offering", "it is reported once it is over, at \(clock)", zh: "项目结束（\(clock)）后方可反馈")
    }
}
