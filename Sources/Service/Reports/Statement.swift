import Application
import Documents
import Domain
import Messages
import Signatures
import Storage

extension Reports {
    /// A statement that is to be drawn.
    struct StatementDrawing: Sendable {
        let compliance: CreditCompliance
        let unit: String
        let awards: [StatedAward]
        let settings: CertificateSettings
        let language: Language
        let nowMs: Int64
    }

    struct StatedAward: Sendable {
        let day: Day
        let project: String
        let title: String
        let category: CreditCategory
        let credits: Tenths
        let hours: Tenths
        let state: AwardState
    }

    /// Nobody holds as many classes in a year.
    private static let mostAwards = 1000

    /// RPT-1, CRD-5: what the caller has of a year.
    func loadStatement(_ request: OwnStatementRequest, _ context: ReadContext) throws -> StatementDrawing {
        let snapshot = context.snapshot
        let person = try context.call.person().id
        let year =
            request.year == 0 ? ZoneRule.china.day(of: Instant(context.now)).civil.year : Int(request.year)
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            throw Refusal(.invalid, field: "year")
        }
        let language = Language(locale: context.call.options.locale)
        let awards = try snapshot.all(
            """
            SELECT a.activity_day, j.number, j.name, a.category, a.credits_tenths, a.hours_tenths, a.state FROM award a
            JOIN offering o ON o.id = a.offering JOIN project j ON j.id = o.project WHERE a.person = ?1
            AND a.activity_day BETWEEN ?2 AND ?3 AND a.state IN (?4, ?5) ORDER BY a.activity_day, a.id
            """, person, first.number, last.number, AwardState.pending.rawValue, AwardState.effective.rawValue
        ) { row in
            StatedAward(
                day: Day(row.int32(0)), project: row.text(1), title: row.text(2), category: try row.enumeration(3),
                credits: Tenths(row.uint32(4)), hours: Tenths(row.uint32(5)), state: try row.enumeration(6))
        }
        return StatementDrawing(
            compliance: try credits.compliance(of: person, in: year, credits.rules(snapshot), language, snapshot),
            unit: try snapshot.first("SELECT unit FROM person WHERE id = ?1", person) { $0.text(0) } ?? "",
            awards: Array(awards.prefix(Self.mostAwards)), settings: certificates.present, language: language,
            nowMs: context.now)
    }

    /// Draws and signs it, in a few milliseconds a page.
    func draw(_ drawing: StatementDrawing) throws -> CertificateFile {
        guard let signer = drawing.settings.signer else {
            throw Refusal(.wrongState, "this server has no key for documents", zh: "服务器未配置文档签名密钥")
        }
        let (language, year) = (drawing.language, drawing.compliance.year)
        let title = Phrase("Statement of credit \(year)", "\(year) 年度学分情况")
        let pages = StatementPages(
            title: title.text(in: language), fields: Self.fields(drawing),
            columns: [
                .init(Phrase("Day", "日期").text(in: language), width: 68),
                .init(Phrase("Number", "项目编号").text(in: language), width: 92),
                .init(Phrase("Project", "项目名称").text(in: language), width: 137),
                .init(Phrase("Category", "类别").text(in: language), width: 56),
                .init(Phrase("Credits", "学分").text(in: language), width: 42),
                .init(Phrase("Hours", "学时").text(in: language), width: 36),
                .init(Phrase("State", "状态").text(in: language), width: 52),
            ],
            rows: drawing.awards.map { award in
                [
                    "\(award.day)", award.project, award.title, award.category.phrase.text(in: language),
                    "\(award.credits)", "\(award.hours)", award.state.phrase.text(in: language),
                ]
            }, author: "Rollcall", createdMs: drawing.nowMs)
        do {
            let file = try PDFSigning.sign(pages.pdf(), by: signer, atMs: drawing.nowMs)
            return CertificateFile(bytes: file, fileName: title.text(in: language) + ".pdf")
        } catch let fault as CertificatePage.Fault {
            throw fault.refusal(field: "statement") ?? fault
        }
    }

    private static func fields(_ drawing: StatementDrawing) -> [CertificatePage.Field] {
        let compliance = drawing.compliance
        let effective = drawing.awards.filter { $0.state == .effective }
        func sum(_ category: CreditCategory) -> Tenths {
            Tenths(effective.filter { $0.category == category }.reduce(0) { $0 &+ $1.credits.count })
        }
        let asked: Phrase =
            switch (compliance.rule == 0, compliance.excused.isEmpty, compliance.met) {
            case (true, _, _): Phrase("nothing is asked", "无年度要求")
            case (_, false, _): Phrase("excused: \(compliance.excused)", "已免除：\(compliance.excused)")
            case (_, _, true): Phrase("met", "达标")
            case (_, _, false):
                Phrase(
                    "lacking " + compliance.lacking.joined(separator: ", "),
                    "未达标，尚缺：" + compliance.lacking.joined(separator: "、"))
            }
        let rows: [(Phrase, String)] = [
            (Phrase("Name", "姓名"), compliance.name), (Phrase("Unit", "单位"), drawing.unit),
            (Phrase("Category I", "Ⅰ类学分"), "\(sum(.i))"), (Phrase("Category II", "Ⅱ类学分"), "\(sum(.ii))"),
            (Phrase("Hours", "学时"), "\(Tenths(effective.reduce(0) { $0 &+ $1.hours.count }))"),
            (Phrase("What is asked", "年度要求"), asked.text(in: drawing.language)),
            (Phrase("Made on", "出具日期"), "\(ZoneRule.china.day(of: Instant(drawing.nowMs)))"),
        ]
        return rows.filter { !$0.1.isEmpty }.map { .init($0.0.text(in: drawing.language), $0.1) }
    }
}
