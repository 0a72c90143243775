import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-1: a cohort of a province, in which rounds are held.
    func createCohort(_ request: CreateCohortRequest, _ context: WriteContext) throws -> CreateCohortReply {
        let transaction = context.transaction
        try context.call.requireProvince(request.province, transaction)
        let name = try checkedTitle(request.name, field: "name", limit: 100)
        guard (2000...2100).contains(request.year) else {
            throw Refused(.invalid, field: "year", Wording("2000 to 2100", zh: "年度须为 2000 至 2100"))
        }
        let province = try organisations.organisation(request.province, field: "province", transaction)
        guard province.kind == .region, province.level == .province else {
            throw Refused(.invalid, field: "province", Wording("not a province", zh: "不是省级地区"))
        }
        let isTaken = try transaction.exists(
            "SELECT 1 FROM cohort WHERE province = ?1 AND year = ?2 AND name = ?3", province.id, request.year, name)
        guard !isTaken else { throw Refused(.alreadyExists, field: "name") }
        let id = try transaction.newID()
        try transaction.execute(
            "INSERT INTO cohort (id, province, year, name) VALUES (?1, ?2, ?3, ?4)",
            id, province.id, request.year, name)
        context.auditDetail = "cohort \(id): \(request.year) \(name), province \(province.id)"
        return CreateCohortReply(
            cohort: Cohort(
                id: id, province: province.id, year: request.year, name: name, provinceName: province.name))
    }

    func listCohorts(_ request: ListCohortsRequest, _ context: ReadContext) throws -> ListCohortsReply {
        let limit = pageLimit(request.limit)
        let found = try context.snapshot.all(
            """
            SELECT c.id, c.province, c.year, c.name, o.name FROM cohort c JOIN organisation o ON o.id = c.province
            WHERE c.id > ?1 AND (?2 = 0 OR c.province = ?2) ORDER BY c.id LIMIT ?3
            """, request.after, request.province, limit
        ) {
            Cohort(
                id: $0.id(0), province: $0.id(1), year: $0.uint32(2), name: $0.text(3), provinceName: $0.text(4))
        }
        return ListCohortsReply(cohorts: found, next: found.count == limit ? found.last?.id ?? 0 : 0)
    }
}
