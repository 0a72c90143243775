import Application
import Domain
import Messages

/// What the upload path must know of one kind of file.
struct UploadFormat: Sendable {
    /// Who may send it; over what is the question of `take`.
    let roles: [Role]
    let fileName: Wording
    let template: @Sendable (Language) -> [UInt8]
    let take: @Sendable (UploadRequest, _ file: [UInt8], WriteContext) throws -> UploadReply
}

extension Service {
    /// The one table of kinds (BAT-1).
    func format(of kind: UploadKind) throws(Refused) -> UploadFormat {
        switch kind {
        case .roster:
            UploadFormat(
                roles: [.platformAdmin, .providerAdmin, .baseAdmin], fileName: Wording("roster", zh: "学员名单"),
                template: RosterColumn.template, take: takeRoster)
        case .organisations:
            UploadFormat(
                roles: [.platformAdmin], fileName: Wording("organisations", zh: "机构"),
                template: OrganisationColumn.template, take: takeOrganisations)
        case .catalogue:
            UploadFormat(
                roles: [.platformAdmin], fileName: Wording("catalogue", zh: "目录"), template: CatalogueColumn.template,
                take: takeCatalogue)
        case .trainees:
            UploadFormat(
                roles: [.platformAdmin, .unitAdmin], fileName: Wording("trainees", zh: "单位人员"),
                template: TraineeColumn.template, take: takeTrainees)
        case .quotas:
            UploadFormat(
                roles: [.platformAdmin, .commissionOfficer], fileName: Wording("quotas", zh: "名额"),
                template: QuotaColumn.template, take: takeQuotas)
        case .unspecified: throw Refused(.invalid, field: "kind")
        }
    }
}
