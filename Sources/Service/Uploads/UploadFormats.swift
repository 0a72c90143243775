import Application
import Domain
import Messages
import Storage

/// The properties of one kind of file.
struct UploadFormat: Sendable {
    /// The roles that may upload it; `check` decides over what.
    let roles: [Role]
    let fileName: Phrase
    let template: @Sendable (Language) -> [UInt8]
    /// Throws unless the caller may write to the target.
    let check: @Sendable (_ target: UInt64, Call, Snapshot) throws -> Void
    /// Why rows of this kind cannot be taken back; nil where they can.
    let neverUndone: Phrase?
    /// Takes back what a row has written; throws ``Refusal`` where something depends on it.
    let undo: @Sendable (_ ids: [UInt64], _ reason: String, _ target: UInt64, WriteContext) throws -> Void
    let open: @Sendable (_ file: ScratchFile, _ today: Day, Language, Scratch) throws -> SheetSteps

    init<Column: SheetColumn, Value, Target, Plan>(
        _ kind: RowKind<Column, Value, Target, Plan>, of roles: [Role], _ fileName: Phrase
    ) {
        self.roles = roles
        self.fileName = fileName
        template = Column.template
        check = { _ = try kind.target($0, $1, $2) }
        switch kind.undo() {
        case .never(let reason):
            neverUndone = reason
            undo = { _, _, _, _ in throw Refusal(.wrongState, field: "job", reason) }
        case .byRow(let act):
            neverUndone = nil
            undo = { try act($0, $1, try kind.target($2, $3.call, $3.transaction), $3) }
        }
        open = { try kind.open($0, today: $1, in: $2, $3) }
    }
}

extension Uploads {
    /// The one table of kinds (BAT-1).
    func format(of kind: UploadKind) -> UploadFormat {
        switch kind {
        case .roster:
            UploadFormat(
                rosterRows, of: [.platformAdmin, .providerAdmin, .baseAdmin], Phrase("roster", "学员名单"))
        case .organisations:
            UploadFormat(organisationRows, of: [.platformAdmin], Phrase("organisations", "机构"))
        case .catalogue: UploadFormat(catalogueRows, of: [.platformAdmin], Phrase("catalogue", "目录"))
        case .trainees:
            UploadFormat(traineeRows, of: [.platformAdmin, .unitAdmin], Phrase("trainees", "单位人员"))
        case .quotas: UploadFormat(quotaRows, of: [.platformAdmin, .commissionOfficer], Phrase("quotas", "名额"))
        case .unitPayments:
            UploadFormat(unitPaymentRows, of: [.platformAdmin], Phrase("unit payments", "单位缴费"))
        case .questions: UploadFormat(questionRows, of: Bank.roles, Phrase("questions", "试题"))
        case .certificates: UploadFormat(certificateRows, of: [.baseAdmin], Phrase("certificates", "证书"))
        case .outsideRecords:
            UploadFormat(outsideRows, of: [.providerAdmin, .baseAdmin], Phrase("records from outside", "外部记录"))
        case .organisationAccounts:
            UploadFormat(organisationAccountRows, of: [.platformAdmin], Phrase("organisation accounts", "机构账号"))
        }
    }
}
