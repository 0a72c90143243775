import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-1: creates a cohort of a province.
    func createCohort(_ request: CreateCohortRequest, _ context: WriteContext) throws -> CreateCohortReply {
        let transaction = context.transaction
        try context.call.requireProvince(request.province, transaction)
        let name = try checkedTitle(request.name, field: "name", limit: 100)
        guard (2000...2100).contains(request.year) else {
            throw Refusal(.invalid, field: "year", Phrase("2000 to 2100", "年度须为 2000 至 2100"))
        }
        let province = try organisations.organisation(request.province, field: "province", transaction)
        guard province.kind == .region, province.level == .province else {
            throw Refusal(.invalid, field: "province", Phrase("not a province", "不是省级地区"))
        }
        let isTaken = try transaction.exists(
            "SELECT 1 FROM cohort WHERE province = ?1 AND year = ?2 AND name = ?3", province.id, request.year, name)
        guard !isTaken else { throw Refusal(.alreadyExists, field: "name") }
        let id = try transaction.newID()
        try transaction.execute(
            "INSERT INTO cohort (id, province, year, name) VALUES (?1, ?2, ?3, ?4)",
            id, province.id, request.year, name)
        context.auditDetail = "cohort \(id): \(request.year) \(name), province \(province.id)"
        return CreateCohortReply(
            cohort: Cohort(
                id: id, province: province.id, year: request.year, name: name, provinceName: province.name))
    }

    /// PRJ-8c: a cohort in which no round was made.
    func removeCohort(_ request: RemoveCohortRequest, _ context: WriteContext) throws -> RemoveCohortReply {
        let transaction = context.transaction
        guard let cohort = try transaction.first(Cohort.one, request.cohort, body: Cohort.columns.read) else {
            throw Refusal(.notFound, field: "cohort")
        }
        try context.call.requireProvince(cohort.province, transaction)
        guard try !transaction.exists("SELECT 1 FROM intake_round WHERE cohort = ?1", cohort.id) else {
            throw Refusal(
                .wrongState, field: "cohort", "it has rounds: remove those first (rollcall-admin rounds remove ROUND)",
                zh: "该界别已有招录批次：请先删除招录批次（rollcall-admin rounds remove 招录批次）")
        }
        try transaction.execute("DELETE FROM cohort WHERE id = ?1", cohort.id)
        context.auditDetail = "cohort \(cohort.id) removed: \(cohort.year) \(cohort.name)"
        return RemoveCohortReply()
    }

    func listCohorts(_ request: ListCohortsRequest, _ context: ReadContext) throws -> ListCohortsReply {
        let page = try listPage(request.limit, by: \.id) { limit in
            request.province == 0
                ? try context.snapshot.all(Cohort.list, request.after, limit, body: Cohort.columns.read)
                : try context.snapshot.all(
                    Cohort.ofProvince, request.province, request.after, limit, body: Cohort.columns.read)
        }
        return ListCohortsReply(cohorts: page.elements, next: page.next ?? 0)
    }
}

extension Cohort {
    fileprivate static let columns = Columns("c.id, c.province, c.year, c.name, o.name") { row in
        Cohort(id: row.id(), province: row.id(), year: row.uint32(), name: row.text(), provinceName: row.text())
    }

    private static let from: SQL = "FROM cohort c JOIN organisation o ON o.id = c.province"

    fileprivate static let one = SQL("SELECT \(columns) \(from) WHERE c.id = ?1")

    fileprivate static let list = SQL("SELECT \(columns) \(from) WHERE c.id > ?1 ORDER BY c.id LIMIT ?2")

    fileprivate static let ofProvince = SQL(
        "SELECT \(columns) \(from) WHERE c.province = ?1 AND c.id > ?2 ORDER BY c.id LIMIT ?3")
}
