import Application
import Domain
import Messages
import Storage

extension Service {
    /// ACC-9a: a unit's trainees from a file. `added` counts accounts that were made, `changed` those that were linked; the
    /// same row again changes nothing.
    func takeTrainees(_ request: UploadRequest, _ file: [UInt8], _ context: WriteContext) throws -> UploadReply {
        let (unit, transaction) = (request.target, context.transaction)
        try context.call.requireAuthority(over: unit, as: format(of: .trainees).roles, transaction)
        let unitName = try unitName(unit, transaction)
        let today = ZoneRule.china.day(of: Instant(context.now))
        var lines: [UInt64: Int] = [:]
        var accounts = AccountsFile(Language(locale: context.call.options.locale))
        var reply = try take(TraineeRow.format, request, file, today: today, context) { row in
            let plan = try plan(row.value, unit: unit, transaction)
            if let person = plan.person, let line = lines.updateValue(row.line, forKey: person) {
                throw RowFault(TraineeColumn.phone, "the same person as line \(line)", zh: "与第 \(line) 行是同一人")
            }
            guard !plan.changesNothing else { return .unchanged }
            let landed = try land(plan, unit: unit, unitName: unitName, context)
            guard !landed.password.isEmpty else { return .changed }
            accounts.append(row.value, landed.account, landed.password)
            return .added
        }
        // What was taken back has no passwords.
        if reply.landed { reply.accountsFile = accounts.take() }
        return reply
    }
}

/// ACC-6c: first passwords, told once.
private struct AccountsFile {
    private var writer = DelimitedWriter()
    private var isEmpty = true
    private let language: Language

    init(_ language: Language) { self.language = language }

    mutating func append(_ row: TraineeRow, _ account: String, _ password: String) {
        if isEmpty {
            let headings = [
                TraineeColumn.name.heading, TraineeColumn.phone.heading, Wording("account", zh: "账号"),
                Wording("initial password", zh: "初始密码"),
            ]
            writer.append(headings.map { $0.text(in: language) })
            isEmpty = false
        }
        writer.append([row.name, row.phone.text, account, password])
    }

    mutating func take() -> [UInt8] { isEmpty ? [] : writer.take() }
}
