import Application
import Documents
import Domain
import Messages
import Passes
import QRCodes
import Storage

extension Certificates {
    /// A certificate that is to be drawn.
    struct Drawing: Sendable {
        let content: CertificateContent
        let code: String
        let settings: CertificateSettings
        let language: Language
        let nowMs: Int64
    }

    func loadFile(_ request: GetCertificateFileRequest, _ context: ReadContext) throws -> Drawing {
        let record = try CertificateRecord(request.certificate, context.snapshot)
        try context.call.requireAuthority(over: record.base, context.snapshot)
        return try drawing(record, context)
    }

    func loadOwnFile(_ request: GetCertificateFileRequest, _ context: ReadContext) throws -> Drawing {
        let record = try CertificateRecord(request.certificate, context.snapshot)
        guard try isOwn(record, of: context.call.person().id, context.snapshot) else {
            throw Refusal(.notFound, field: "certificate")
        }
        return try drawing(record, context)
    }

    private func drawing(_ record: CertificateRecord, _ context: ReadContext) throws -> Drawing {
        guard record.state == .valid else {
            throw Refusal(
                .wrongState, field: "certificate", "it was \(record.state.phrase.en)",
                zh: "该证书\(record.state.phrase.zh)")
        }
        var content = record.content
        content.idNumber = try idNumber(of: record)
        return Drawing(
            content: content, code: record.code, settings: present,
            language: Language(locale: context.call.options.locale), nowMs: context.now)
    }

    /// Draws and signs the file, in a few milliseconds.
    func draw(_ drawing: Drawing) throws -> CertificateFile {
        guard let signer = drawing.settings.signer else {
            throw Refusal(.wrongState, "this server has no key for documents", zh: "服务器未配置文档签名密钥")
        }
        let content = drawing.content
        let card = site.card(content.card(code: drawing.code))
        guard let code = QRCode(card.text(address: drawing.settings.address)) else {
            throw Refusal(.invalid, field: "title", "too long for a code", zh: "内容过长，无法生成二维码")
        }
        let page = CertificatePage(
            title: Self.heading(content).text(in: drawing.language), fields: Self.fields(content, drawing.language),
            code: code,
            caption: Self.caption(content, drawing.code, drawing.settings.address).map {
                $0.text(in: drawing.language)
            },
            author: content.issuer, createdMs: drawing.nowMs)
        do {
            let file = try PDFSigning.sign(page.pdf(), by: signer, atMs: drawing.nowMs)
            return CertificateFile(bytes: file, fileName: "\(content.number).pdf")
        } catch let fault as CertificatePage.Fault {
            throw fault.refusal(field: "certificate") ?? fault
        }
    }

    private static func heading(_ content: CertificateContent) -> Phrase {
        content.kind == .completion
            ? Phrase("Certificate of Completion", "结业证书")
            : Phrase("Certificate of Continuing Education Credit", "继续教育学分证书")
    }

    /// CRT-3.
    private static func fields(_ content: CertificateContent, _ language: Language) -> [CertificatePage.Field] {
        let (first, last) = (Day(content.firstDay), Day(content.lastDay))
        let dates = first == last ? "\(last)" : "\(first) – \(last)"
        let credits = content.creditsTenths == 0 ? "" : "\(Tenths(content.creditsTenths))"
        let category = content.category.map { $0.phrase.text(in: language) } ?? ""
        let rows: [(label: Phrase, value: String)] = [
            (Phrase("Name", "姓名"), content.name), (Phrase("ID number", "身份证号"), content.idNumber),
            (content.kind == .completion ? Phrase("Training", "培训") : Phrase("Project", "项目名称"), content.title),
            (Phrase("Project number", "项目编号"), content.projectNumber),
            (Phrase("Level", "项目级别"), content.level.map { $0.phrase.text(in: language) } ?? ""),
            (Phrase("Dates", "举办日期"), dates),
            (Phrase("Modality", "举办形式"), content.modality.map { $0.phrase.text(in: language) } ?? ""),
            (Phrase("Credits", "学分"), credits.isEmpty ? "" : credits + (category.isEmpty ? "" : " (\(category))")),
            (Phrase("Hours", "学时"), content.hoursTenths == 0 ? "" : "\(Tenths(content.hoursTenths))"),
            (Phrase("Cohort", "届别"), content.cohort), (Phrase("Round", "批次"), content.round),
            (Phrase("Number", "证书编号"), content.number), (Phrase("Issued by", "发证单位"), content.issuer),
            (Phrase("Issued on", "发证日期"), "\(Day(content.issuedDay))"),
        ]
        return rows.filter { !$0.value.isEmpty }.map { .init($0.label.text(in: language), $0.value) }
    }

    private static func caption(_ content: CertificateContent, _ code: String, _ address: String) -> [Phrase] {
        let place = address.isEmpty ? Phrase("") : Phrase(" at \(address)/c/", "，网址 \(address)/c/")
        return [
            Phrase(
                "Verify by scanning the code, or by number \(content.number) and code \(code)\(place.en)",
                "扫描二维码，或凭证书编号 \(content.number) 与验证码 \(code) 核验\(place.zh)")
        ]
    }
}

extension CertificatePage.Fault {
    /// The refusal of a text that cannot be drawn; nil where the text is not at fault.
    func refusal(field: String) -> Refusal? {
        switch self {
        case .unprintable(let fault):
            Refusal(
                .invalid, field: field, "the font has no character \(fault.character)",
                zh: "字体缺少字符“\(fault.character)”")
        case .tooLong: Refusal(.invalid, field: field, "more text than the page holds", zh: "内容超出版面")
        case .unwritten: nil
        }
    }
}

extension CertificateContent {
    /// The content of a certificate's code.
    fileprivate func card(code: String) -> CertificateCard.Content {
        CertificateCard.Content(
            kind: UInt8(clamping: kind?.rawValue ?? 0), category: UInt8(clamping: category?.rawValue ?? 0),
            creditsTenths: creditsTenths, hoursTenths: hoursTenths, firstDay: firstDay, lastDay: lastDay,
            issuedDay: issuedDay, number: number, code: code, name: name, title: title)
    }
}
