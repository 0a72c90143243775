import Application
import Crypto
import Domain
import Messages
import Passes
import Storage

extension Exams {
    /// EXM-6: lets people sit a paper at a base that examines, with the code of the reply, until it is closed.
    func openPaper(_ request: OpenPaperRequest, _ context: WriteContext) throws -> PaperCodeReply {
        let transaction = context.transaction
        try context.call.requireAuthority(over: request.base, transaction)
        let paper = try PaperRecord(request.paper, transaction)
        guard
            try transaction.exists(
                "SELECT 1 FROM organisation WHERE id = ?1 AND examines = 1 AND closed = 0", request.base)
        else {
            throw Refusal(.wrongState, field: "base", "no exam base", zh: "该基地不是考核基地")
        }
        guard !paper.isWithdrawn else {
            throw Refusal(.wrongState, field: "paper", "the paper is withdrawn", zh: "试卷已停用")
        }
        if let open = try opening(of: paper.id, at: request.base, transaction) {
            context.auditDetail = "paper \(paper.id) is open at base \(request.base)"
            return try code(of: open, transaction)
        }
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO paper_opening (id, paper, base, secret, opened_ms, opened_by, closed_ms, closed_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0)
            """, id, paper.id, request.base, context.random(PaperCode.secretSize), context.now,
            context.call.person().id)
        context.auditDetail = "paper \(paper.id) opened at base \(request.base)"
        return try code(of: id, transaction)
    }

    /// EXM-3b: closes a paper at a base: its code lets nobody in any more, and who sits goes on.
    func closePaper(_ request: ClosePaperRequest, _ context: WriteContext) throws -> ClosePaperReply {
        let transaction = context.transaction
        try context.call.requireAuthority(over: request.base, transaction)
        guard let open = try opening(of: request.paper, at: request.base, transaction) else {
            throw Refusal(.wrongState, field: "paper", "it is not open at this base", zh: "该试卷未在此基地打开")
        }
        try transaction.execute(
            "UPDATE paper_opening SET closed_ms = ?2, closed_by = ?3 WHERE id = ?1", open, context.now,
            context.call.person().id)
        context.auditDetail = "paper \(request.paper) closed at base \(request.base)"
        return ClosePaperReply(
            opening: try transaction.first(PaperOpening.one, open, body: PaperOpening.columns.read))
    }

    private func opening(of paper: UInt64, at base: UInt64, _ snapshot: Snapshot) throws -> UInt64? {
        try snapshot.first(
            "SELECT id FROM paper_opening WHERE paper = ?1 AND base = ?2 AND closed_ms = 0 ORDER BY id", paper, base
        ) { $0.id(0) }
    }

    private func code(of opening: UInt64, _ snapshot: Snapshot) throws -> PaperCodeReply {
        let secret = try snapshot.first("SELECT secret FROM paper_opening WHERE id = ?1", opening) { $0.bytes(0) }
        return PaperCodeReply(
            code: try PaperCode(opening: opening, secret: secret ?? []).text,
            opening: try snapshot.first(PaperOpening.one, opening, body: PaperOpening.columns.read))
    }

    /// EXM-3b: returns the paper that a code opens, and the base at which it is open.
    /// - Throws: `codeForged`; `codeExpired` once the paper is closed there.
    func paper(opened text: String, _ snapshot: Snapshot) throws -> (paper: PaperRecord, base: UInt64) {
        let code: PaperCode
        do {
            code = try PaperCode(text: text)
        } catch {
            throw Refusal(.codeForged, field: "code")
        }
        let found = try snapshot.first(
            "SELECT paper, base, secret, closed_ms FROM paper_opening WHERE id = ?1", code.opening
        ) { (paper: $0.id(0), base: $0.id(1), secret: $0.bytes(2), closed: $0.integer(3)) }
        guard let found, code.opens(found.secret) else { throw Refusal(.codeForged, field: "code") }
        guard found.closed == 0 else {
            throw Refusal(.codeExpired, field: "code", "the paper is closed at this base", zh: "该基地已关闭此试卷")
        }
        return (try PaperRecord(found.paper, snapshot), found.base)
    }
}

extension PaperOpening {
    static let columns = Columns("p.id, p.base, b.name, p.opened_ms, p.closed_ms") { row in
        PaperOpening(
            id: row.id(), base: row.id(), baseName: row.text(), openedMs: row.integer(), closedMs: row.integer())
    }

    private static let from: SQL = "FROM paper_opening p JOIN organisation b ON b.id = p.base"

    static let one = SQL("SELECT \(columns) \(from) WHERE p.id = ?1")

    /// Those that are open.
    static let ofPaper = SQL("SELECT \(columns) \(from) WHERE p.paper = ?1 AND p.closed_ms = 0 ORDER BY p.base, p.id")
}
