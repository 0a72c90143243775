import Application
import Domain
import Messages
import Storage
import Wire

// REC-9: what was submitted stays as it stood, and every level sees it.
extension Recruitment {
    private static let column = "application_submission.content"

    /// Keeps the form and the applicant's four sections as they stand.
    func keepSubmission(_ application: ApplicationRecord, _ context: WriteContext) throws {
        let transaction = context.transaction
        let content = try submission(application, .en, transaction)
        let id = try transaction.newID()
        try transaction.execute(
            "INSERT INTO application_submission (id, application, at_ms, content_sealed) VALUES (?1, ?2, ?3, ?4)", id,
            application.id, context.now, people.encrypt(content.serialized(), Self.column, id, context))
    }

    func getSubmission(_ request: GetSubmissionRequest, _ context: ReadContext) throws -> GetSubmissionReply {
        let snapshot = context.snapshot
        try requireReadable(application(request.application, snapshot), context.call, snapshot)
        let kept = try snapshot.all(
            """
            SELECT id, at_ms, content_sealed FROM application_submission WHERE application = ?1 ORDER BY id DESC LIMIT 2
            """, request.application
        ) { (id: $0.id(0), atMs: $0.integer(1), sealed: $0.bytes(2)) }
        guard let last = kept.first else {
            throw Refusal(
                .notFound, field: "application", "nothing was submitted, or before this was kept",
                zh: "尚未提交，或提交时系统尚未留存")
        }
        let language = Language(locale: context.call.options.locale)
        let application = try ApplicationRecord(request.application, snapshot)
        let kind = try RoundRecord(application.round, snapshot).plan.kind
        func values(_ content: Submission) throws -> [String: String] {
            Dictionary(try lines(content, kind, snapshot).map { ($0.name, $0.value) }) { $1 }
        }
        let contents = try kept.map {
            try Submission(serialized: people.decrypt($0.sealed, Self.column, $0.id))
        }
        let submitted = try values(contents[0])
        let before = try contents.count > 1 ? values(contents[1]) : submitted
        let today = try lines(submission(application, language, snapshot), kind, snapshot)
        return GetSubmissionReply(
            atMs: last.atMs, beforeMs: kept.count > 1 ? kept[1].atMs : 0,
            fields: today.map { line in
                SubmittedField(
                    name: line.name, label: line.label?.text(in: language) ?? line.said,
                    submitted: submitted[line.name] ?? "", before: before[line.name] ?? "", today: line.value)
            })
    }

    /// The form and the four sections as they stand.
    private func submission(
        _ application: ApplicationRecord, _ language: Language, _ snapshot: Snapshot
    ) throws -> Submission {
        Submission(
            form: application.form.message,
            profile: try ProfileSection.allCases.map {
                try identities.profile($0, of: application.person, language, snapshot)
            })
    }

    /// One value that was submitted. A field of a section says its label itself.
    private struct Line {
        let name: String
        var label: Phrase?
        var said = ""
        let value: String
    }

    private func lines(_ content: Submission, _ kind: IntakeKind, _ snapshot: Snapshot) throws -> [Line] {
        let form = content.form ?? EnrolmentForm()
        func entry(_ id: UInt64) throws -> String { try organisations.catalogueEntry(id, snapshot)?.name ?? "" }
        func day(_ number: Int32) -> String { number == 0 ? "" : "\(Day(number))" }
        let preferences = try form.preferences.enumerated().map { index, target in
            "\(index + 1). " + (try kind == .base ? organisationName(target, snapshot) : entry(target))
        }
        let lines = try [
            Line(name: "batch", label: Phrase("Batch", "志愿批次"), value: "\(form.batch)"),
            Line(name: "person_type", label: Phrase("Person type", "人员类型"), value: entry(form.personType)),
            Line(name: "specialty", label: Phrase("Specialty", "专业"), value: entry(form.specialty)),
            Line(name: "title", label: Phrase("Title", "职称"), value: entry(form.title)),
            Line(name: "title_since", label: Phrase("Title since", "职称开始时间"), value: day(form.titleSince)),
            Line(
                name: "specialty_since", label: Phrase("In the specialty since", "本专业开始工作时间"),
                value: day(form.specialtySince)),
            Line(
                name: "preferences", label: Phrase("Preferences", "志愿"), value: preferences.joined(separator: "  ")),
        ]
        return lines
            + content.profile.flatMap { profile in
                profile.fields.map { field in
                    Line(
                        name: "\(profile.section.map { "\($0)" } ?? "").\(field.name)", said: field.label,
                        value: field.value)
                }
            }
    }
}
