import Application
import Domain
import Messages
import Storage
import Wire

/// A checklist of a programme, as stored.
struct ChecklistRecord {
    let id: UInt64
    let programme: UInt64
    let title: String
    /// The present one.
    let edition: UInt64
    let isWithdrawn: Bool

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        guard let found = try snapshot.first(Self.one, id, body: Self.columns.read) else {
            throw Refusal(.notFound, field: "checklist")
        }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        programme = row.id()
        title = row.text()
        edition = row.id()
        isWithdrawn = row.bool()
    }

    static let columns = Columns("id, programme, title, edition, withdrawn") { try ChecklistRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM checklist WHERE id = ?1")

    static let ofProgramme = SQL(
        "SELECT \(columns) FROM checklist WHERE programme = ?1 AND id > ?2 ORDER BY id LIMIT ?3")

    /// - Throws: `notFound` for an edition that there is not.
    func content(_ edition: UInt64, _ snapshot: Snapshot) throws -> SkillsChecklist {
        guard let content = try SkillsChecklist(edition: edition, of: id, snapshot) else {
            throw Refusal(.notFound, field: "edition")
        }
        return content
    }

    /// - Parameters:
    ///   - edition: nil for the present one.
    ///   - isWhole: with its items.
    func message(edition asked: UInt64? = nil, isWhole: Bool, _ snapshot: Snapshot) throws -> Checklist {
        let edition = asked ?? edition
        let content = try content(edition, snapshot)
        let changed = try snapshot.first(
            "SELECT saved_ms FROM checklist_edition WHERE checklist = ?1 AND edition = ?2", id, edition
        ) { $0.integer(0) }
        return Checklist(
            id: id, programme: programme, title: title, edition: UInt32(clamping: edition),
            passMarkHundredths: UInt32(content.passMark), items: isWhole ? content.items.map(\.message) : [],
            withdrawn: isWithdrawn, changedMs: changed ?? 0)
    }
}

extension SkillsExams {
    /// SKL-2: adds a checklist to a programme, or lays down another edition of one. What was scored keeps its own; terminals of
    /// exams to come get the new one.
    func saveChecklist(_ request: SaveChecklistRequest, _ context: WriteContext) throws -> ChecklistReply {
        let transaction = context.transaction
        let asked = request.checklist ?? Checklist()
        let before = asked.id == 0 ? nil : try ChecklistRecord(asked.id, transaction)
        let programme = before?.programme ?? asked.programme
        guard try transaction.exists(.programmeExists, programme) else { throw Refusal(.notFound, field: "programme") }
        let title = try checkedTitle(asked.title, field: "title", limit: SkillsChecklist.titleLimit)
        let content = try SkillsChecklist(
            asked.items.map(SkillsChecklist.Item.init), passMark: asked.passMarkHundredths)
        let isSame = try before.map { try $0.content($0.edition, transaction) == content } ?? false
        let edition = isSame ? before?.edition ?? 1 : (before?.edition ?? 0) + 1
        let id = try before?.id ?? transaction.newID()
        try transaction.execute(
            """
            INSERT INTO checklist (id, programme, title, edition, withdrawn) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (id) DO UPDATE SET title = ?3, edition = ?4, withdrawn = ?5
            """, id, programme, title, edition, asked.withdrawn)
        if !isSame {
            try transaction.execute(
                """
                INSERT INTO checklist_edition (checklist, edition, pass_mark, content, saved_by, saved_ms)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                """, id, edition, content.passMark, ChecklistContent(items: content.items.map(\.message)).serialized(),
                context.call.person().id, context.now)
        }
        try publishExams(.exams(of: id), context)
        context.auditDetail =
            "checklist \(id), edition \(edition): \(title), \(content.items.count) items"
            + (asked.withdrawn ? ", withdrawn" : "")
        return ChecklistReply(checklist: try ChecklistRecord(id, transaction).message(isWhole: true, transaction))
    }

    func getChecklist(_ request: GetChecklistRequest, _ context: ReadContext) throws -> ChecklistReply {
        let checklist = try ChecklistRecord(request.checklist, context.snapshot)
        return ChecklistReply(
            checklist: try checklist.message(
                edition: request.edition == 0 ? nil : UInt64(request.edition), isWhole: true, context.snapshot))
    }

    func listChecklists(_ request: ListChecklistsRequest, _ context: ReadContext) throws -> ListChecklistsReply {
        let page = try listPage(request.limit, by: \.id) { limit in
            try context.snapshot.all(
                ChecklistRecord.ofProgramme, request.programme, request.after, limit, body: ChecklistRecord.columns.read
            )
        }
        return ListChecklistsReply(
            checklists: try page.elements.map { try $0.message(isWhole: false, context.snapshot) },
            next: page.next ?? 0)
    }
}
