/// CRT-2a: the columns of a file of certificates.
package enum CertificateColumn: SheetColumn {
    case number
    case name
    case identity
    case title
    case firstDay
    case lastDay
    case issuedDay
    case hours
    case credits
    case cohort
    case round
    case issuer

    package var heading: Phrase {
        switch self {
        case .number: Phrase("number", "证书编号")
        case .name: Phrase("name", "姓名")
        case .identity: Phrase("id number", "身份证号")
        case .title: Phrase("training", "培训名称")
        case .firstDay: Phrase("from", "开始日期")
        case .lastDay: Phrase("until", "结束日期")
        case .issuedDay: Phrase("issued", "发证日期")
        case .hours: Phrase("hours", "学时")
        case .credits: Phrase("credits", "学分")
        case .cohort: Phrase("cohort", "届别")
        case .round: Phrase("round", "批次")
        case .issuer: Phrase("issued by", "发证单位")
        }
    }

    package var isRequired: Bool { [.number, .name, .title, .lastDay].contains(self) }
    package var holdsLongNumbers: Bool { self == .number || self == .identity }
    package static let identityNumbers: CertificateColumn? = .identity

    package static let instructions: [CertificateColumn: Phrase] = [
        .number: Phrase("as printed on it; delete this row of instructions", "证书上的编号；填写完毕请删除本说明行"),
        .lastDay: Phrase("such as 2019-06-30", "如 2019-06-30"),
        .issuedDay: Phrase("the last day where it is empty", "不填为结束日期"),
        .issuer: Phrase("the base where it is empty", "不填为基地名称"),
    ]

    package static let example: [CertificateColumn: Phrase] = [
        .number: Phrase("(2019)0001"), .name: Phrase("Zhang San", "张三"),
        .title: Phrase("General practice", "全科医生转岗培训"), .lastDay: Phrase("2019-06-30"),
    ]
}

/// One row of a file of certificates. Where it is empty the base's name is the issuer.
package struct CertificateRow: Equatable, Sendable {
    package let number: String
    package let name: String
    package let identity: IdentityNumber?
    package let title: String
    package let firstDay: Day
    package let lastDay: Day
    package let issuedDay: Day
    package let hours: Tenths
    package let credits: Tenths
    package let cohort: String
    package let round: String
    package let issuer: String

    package static let format = SheetFormat<CertificateColumn, CertificateRow>(
        read: { checker in
            func title(_ limit: Int) -> (String) throws(Refusal) -> String {
                { text throws(Refusal) in try checkedTitle(text, field: "title", limit: limit) }
            }
            let number = checker.required(.number, title(CertificateNumber.limit))
            let name = checker.required(.name) { text throws(Refusal) in try PersonName.checked(text) }
            let identity = checker.identityNumber(.identity)
            let training = checker.required(.title, title(200))
            let first = checker.optional(.firstDay) { text throws(Refusal) in try dayOfCell(text) }
            let last = checker.required(.lastDay) { text throws(Refusal) in try dayOfCell(text) }
            let issued = checker.optional(.issuedDay) { text throws(Refusal) in try dayOfCell(text) }
            let hours = checker.optional(.hours) { text throws(Refusal) in try tenthsOfCell(text) }
            let credits = checker.optional(.credits) { text throws(Refusal) in try tenthsOfCell(text) }
            let cohort = checker.optional(.cohort, title(64))
            let round = checker.optional(.round, title(64))
            let issuer = checker.optional(.issuer, title(100))
            guard let number, let name, let training, let last else { return nil }
            let (from, on) = (first ?? last, issued ?? last)
            guard from <= last, last <= on, on <= checker.today else {
                checker.refuse(
                    .lastDay,
                    Phrase(
                        "the days must follow each other: first, last, day of issue, today", "日期须依次为：开始、结束、发证，且不晚于今天"))
                return nil
            }
            return CertificateRow(
                number: number, name: name, identity: identity, title: training, firstDay: from, lastDay: last,
                issuedDay: on, hours: hours ?? .zero, credits: credits ?? .zero, cohort: cohort ?? "",
                round: round ?? "", issuer: issuer ?? "")
        },
        keys: { [(.number, $0.number)] })
}
