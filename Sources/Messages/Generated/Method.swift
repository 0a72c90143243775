// Generated from Protocol/*.proto by `make generate`; change that and generate again.
package import Wire

/// Every method of the protocol, by its number on the wire.
package enum Method: UInt16, CaseIterable, Sendable {
    case diagnosticsEcho = 0x0001
    case accountsLogin = 0x0101
    case accountsResumeSession = 0x0102
    case accountsLogout = 0x0103
    case accountsWhoAmI = 0x0104
    case accountsChangePassword = 0x0105
    case accountsCreateAccount = 0x0106
    case accountsInvite = 0x0107
    case organisationsCreateOrganisation = 0x0201
    case organisationsListOrganisations = 0x0202
    case programmesCreateProgramme = 0x0301
    case programmesChangePolicy = 0x0302
    case programmesListProgrammes = 0x0303
    case programmesListPresets = 0x0304
    case projectsCreateProject = 0x0401
    case projectsListProjects = 0x0402
    case projectsCreateOffering = 0x0403
    case projectsSubmitOffering = 0x0404
    case projectsDecideOffering = 0x0405
    case projectsGetOffering = 0x0406
    case projectsListOfferings = 0x0407
    case projectsListRoster = 0x0408
    case uploadsUpload = 0x0501
    case uploadsTemplate = 0x0502
    case terminalsCreateEnrolmentCode = 0x0601
    case terminalsEnrol = 0x0602
    case terminalsAuthenticate = 0x0603
    case terminalsListTerminals = 0x0604
    case terminalsRevokeTerminal = 0x0605
    case syncOpen = 0x0701
    case syncPush = 0x0702
    case syncPull = 0x0703
    case attendanceVenueCode = 0x0801
    case attendanceCheckIn = 0x0802
    case attendanceListScans = 0x0803
    case attendanceAnalyse = 0x0804
    case attendanceSuggestWindow = 0x0805
    case attendanceMyAttendance = 0x0806
    case examsListScores = 0x0901
    case examsAdjudicate = 0x0902
    case creditsListEligible = 0x0A01
    case creditsAwardCredit = 0x0A02
    case creditsReverseAward = 0x0A03
    case creditsListAwards = 0x0A04
    case creditsMyCredits = 0x0A05
    case creditsExport = 0x0A06
}

extension Method {
    package var rule: MethodRule {
        switch self {
        case .diagnosticsEcho:
            MethodRule(name: "Diagnostics.Echo", allows: [.anyone], effect: .reads, audited: false)
        case .accountsLogin:
            MethodRule(name: "Accounts.Login", allows: [.anyone], effect: .merges, audited: false)
        case .accountsResumeSession:
            MethodRule(name: "Accounts.ResumeSession", allows: [.anyone], effect: .reads, audited: false)
        case .accountsLogout:
            MethodRule(name: "Accounts.Logout", allows: [.person], effect: .merges, audited: false)
        case .accountsWhoAmI:
            MethodRule(name: "Accounts.WhoAmI", allows: [.person], effect: .reads, audited: false)
        case .accountsChangePassword:
            MethodRule(name: "Accounts.ChangePassword", allows: [.person], effect: .mutates, audited: true)
        case .accountsCreateAccount:
            MethodRule(name: "Accounts.CreateAccount", allows: [.platformAdmin], effect: .mutates, audited: true)
        case .accountsInvite:
            MethodRule(
                name: "Accounts.Invite", allows: [.platformAdmin, .baseAdmin, .providerAdmin], effect: .mutates,
                audited: true)
        case .organisationsCreateOrganisation:
            MethodRule(
                name: "Organisations.CreateOrganisation", allows: [.platformAdmin], effect: .mutates, audited: true)
        case .organisationsListOrganisations:
            MethodRule(name: "Organisations.ListOrganisations", allows: [.person], effect: .reads, audited: false)
        case .programmesCreateProgramme:
            MethodRule(name: "Programmes.CreateProgramme", allows: [.platformAdmin], effect: .mutates, audited: true)
        case .programmesChangePolicy:
            MethodRule(name: "Programmes.ChangePolicy", allows: [.platformAdmin], effect: .mutates, audited: true)
        case .programmesListProgrammes:
            MethodRule(name: "Programmes.ListProgrammes", allows: [.person], effect: .reads, audited: false)
        case .programmesListPresets:
            MethodRule(name: "Programmes.ListPresets", allows: [.person], effect: .reads, audited: false)
        case .projectsCreateProject:
            MethodRule(
                name: "Projects.CreateProject", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates,
                audited: true)
        case .projectsListProjects:
            MethodRule(name: "Projects.ListProjects", allows: [.person], effect: .reads, audited: false)
        case .projectsCreateOffering:
            MethodRule(
                name: "Projects.CreateOffering", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates,
                audited: true)
        case .projectsSubmitOffering:
            MethodRule(
                name: "Projects.SubmitOffering", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates,
                audited: true)
        case .projectsDecideOffering:
            MethodRule(
                name: "Projects.DecideOffering", allows: [.platformAdmin, .committeeOfficer], effect: .mutates,
                audited: true)
        case .projectsGetOffering:
            MethodRule(name: "Projects.GetOffering", allows: [.person], effect: .reads, audited: false)
        case .projectsListOfferings:
            MethodRule(name: "Projects.ListOfferings", allows: [.person], effect: .reads, audited: false)
        case .projectsListRoster:
            MethodRule(
                name: "Projects.ListRoster", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads,
                audited: false)
        case .uploadsUpload:
            MethodRule(
                name: "Uploads.Upload", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates,
                audited: true)
        case .uploadsTemplate:
            MethodRule(name: "Uploads.Template", allows: [.person], effect: .reads, audited: false)
        case .terminalsCreateEnrolmentCode:
            MethodRule(
                name: "Terminals.CreateEnrolmentCode", allows: [.platformAdmin, .baseAdmin], effect: .mutates,
                audited: true)
        case .terminalsEnrol:
            MethodRule(name: "Terminals.Enrol", allows: [.anyone], effect: .merges, audited: true)
        case .terminalsAuthenticate:
            MethodRule(name: "Terminals.Authenticate", allows: [.anyone], effect: .merges, audited: false)
        case .terminalsListTerminals:
            MethodRule(
                name: "Terminals.ListTerminals", allows: [.platformAdmin, .baseAdmin], effect: .reads, audited: false)
        case .terminalsRevokeTerminal:
            MethodRule(
                name: "Terminals.RevokeTerminal", allows: [.platformAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .syncOpen:
            MethodRule(name: "Sync.Open", allows: [.terminal], effect: .merges, audited: false)
        case .syncPush:
            MethodRule(name: "Sync.Push", allows: [.terminal], effect: .merges, audited: false)
        case .syncPull:
            MethodRule(name: "Sync.Pull", allows: [.terminal], effect: .reads, audited: false)
        case .attendanceVenueCode:
            MethodRule(
                name: "Attendance.VenueCode", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads,
                audited: false)
        case .attendanceCheckIn:
            MethodRule(name: "Attendance.CheckIn", allows: [.person], effect: .mutates, audited: false)
        case .attendanceListScans:
            MethodRule(
                name: "Attendance.ListScans", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads,
                audited: false)
        case .attendanceAnalyse:
            MethodRule(
                name: "Attendance.Analyse", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads,
                audited: false)
        case .attendanceSuggestWindow:
            MethodRule(
                name: "Attendance.SuggestWindow", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads,
                audited: false)
        case .attendanceMyAttendance:
            MethodRule(name: "Attendance.MyAttendance", allows: [.person], effect: .reads, audited: false)
        case .examsListScores:
            MethodRule(
                name: "Exams.ListScores", allows: [.platformAdmin, .providerAdmin, .baseAdmin, .adjudicator],
                effect: .reads, audited: false)
        case .examsAdjudicate:
            MethodRule(
                name: "Exams.Adjudicate", allows: [.platformAdmin, .adjudicator], effect: .mutates, audited: true)
        case .creditsListEligible:
            MethodRule(
                name: "Credits.ListEligible", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads,
                audited: false)
        case .creditsAwardCredit:
            MethodRule(
                name: "Credits.AwardCredit", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates,
                audited: true)
        case .creditsReverseAward:
            MethodRule(
                name: "Credits.ReverseAward", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates,
                audited: true)
        case .creditsListAwards:
            MethodRule(
                name: "Credits.ListAwards", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads,
                audited: false)
        case .creditsMyCredits:
            MethodRule(name: "Credits.MyCredits", allows: [.person], effect: .reads, audited: false)
        case .creditsExport:
            MethodRule(
                name: "Credits.Export", allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads,
                audited: false)
        }
    }

    package var requestType: any Message.Type {
        switch self {
        case .diagnosticsEcho: EchoRequest.self
        case .accountsLogin: LoginRequest.self
        case .accountsResumeSession: ResumeSessionRequest.self
        case .accountsLogout: LogoutRequest.self
        case .accountsWhoAmI: WhoAmIRequest.self
        case .accountsChangePassword: ChangePasswordRequest.self
        case .accountsCreateAccount: CreateAccountRequest.self
        case .accountsInvite: InviteRequest.self
        case .organisationsCreateOrganisation: CreateOrganisationRequest.self
        case .organisationsListOrganisations: ListOrganisationsRequest.self
        case .programmesCreateProgramme: CreateProgrammeRequest.self
        case .programmesChangePolicy: ChangePolicyRequest.self
        case .programmesListProgrammes: ListProgrammesRequest.self
        case .programmesListPresets: ListPresetsRequest.self
        case .projectsCreateProject: CreateProjectRequest.self
        case .projectsListProjects: ListProjectsRequest.self
        case .projectsCreateOffering: CreateOfferingRequest.self
        case .projectsSubmitOffering: SubmitOfferingRequest.self
        case .projectsDecideOffering: DecideOfferingRequest.self
        case .projectsGetOffering: GetOfferingRequest.self
        case .projectsListOfferings: ListOfferingsRequest.self
        case .projectsListRoster: ListRosterRequest.self
        case .uploadsUpload: UploadRequest.self
        case .uploadsTemplate: TemplateRequest.self
        case .terminalsCreateEnrolmentCode: CreateEnrolmentCodeRequest.self
        case .terminalsEnrol: EnrolRequest.self
        case .terminalsAuthenticate: AuthenticateRequest.self
        case .terminalsListTerminals: ListTerminalsRequest.self
        case .terminalsRevokeTerminal: RevokeTerminalRequest.self
        case .syncOpen: OpenRequest.self
        case .syncPush: PushRequest.self
        case .syncPull: PullRequest.self
        case .attendanceVenueCode: VenueCodeRequest.self
        case .attendanceCheckIn: CheckInRequest.self
        case .attendanceListScans: ListScansRequest.self
        case .attendanceAnalyse: AnalyseRequest.self
        case .attendanceSuggestWindow: SuggestWindowRequest.self
        case .attendanceMyAttendance: MyAttendanceRequest.self
        case .examsListScores: ListScoresRequest.self
        case .examsAdjudicate: AdjudicateRequest.self
        case .creditsListEligible: ListEligibleRequest.self
        case .creditsAwardCredit: AwardCreditRequest.self
        case .creditsReverseAward: ReverseAwardRequest.self
        case .creditsListAwards: ListAwardsRequest.self
        case .creditsMyCredits: MyCreditsRequest.self
        case .creditsExport: ExportRequest.self
        }
    }

    package var replyType: any Message.Type {
        switch self {
        case .diagnosticsEcho: EchoReply.self
        case .accountsLogin: LoginReply.self
        case .accountsResumeSession: LoginReply.self
        case .accountsLogout: LogoutReply.self
        case .accountsWhoAmI: LoginReply.self
        case .accountsChangePassword: ChangePasswordReply.self
        case .accountsCreateAccount: CreateAccountReply.self
        case .accountsInvite: InviteReply.self
        case .organisationsCreateOrganisation: CreateOrganisationReply.self
        case .organisationsListOrganisations: ListOrganisationsReply.self
        case .programmesCreateProgramme: CreateProgrammeReply.self
        case .programmesChangePolicy: CreateProgrammeReply.self
        case .programmesListProgrammes: ListProgrammesReply.self
        case .programmesListPresets: ListPresetsReply.self
        case .projectsCreateProject: CreateProjectReply.self
        case .projectsListProjects: ListProjectsReply.self
        case .projectsCreateOffering: OfferingReply.self
        case .projectsSubmitOffering: OfferingReply.self
        case .projectsDecideOffering: OfferingReply.self
        case .projectsGetOffering: OfferingReply.self
        case .projectsListOfferings: ListOfferingsReply.self
        case .projectsListRoster: ListRosterReply.self
        case .uploadsUpload: UploadReply.self
        case .uploadsTemplate: TemplateReply.self
        case .terminalsCreateEnrolmentCode: CreateEnrolmentCodeReply.self
        case .terminalsEnrol: EnrolReply.self
        case .terminalsAuthenticate: AuthenticateReply.self
        case .terminalsListTerminals: ListTerminalsReply.self
        case .terminalsRevokeTerminal: RevokeTerminalReply.self
        case .syncOpen: OpenReply.self
        case .syncPush: Ack.self
        case .syncPull: ScopeItem.self
        case .attendanceVenueCode: VenueCodeReply.self
        case .attendanceCheckIn: CheckInReply.self
        case .attendanceListScans: ListScansReply.self
        case .attendanceAnalyse: AnalyseReply.self
        case .attendanceSuggestWindow: SuggestWindowReply.self
        case .attendanceMyAttendance: MyAttendanceReply.self
        case .examsListScores: ListScoresReply.self
        case .examsAdjudicate: AdjudicateReply.self
        case .creditsListEligible: ListEligibleReply.self
        case .creditsAwardCredit: AwardCreditReply.self
        case .creditsReverseAward: ReverseAwardReply.self
        case .creditsListAwards: ListAwardsReply.self
        case .creditsMyCredits: MyCreditsReply.self
        case .creditsExport: ExportChunk.self
        }
    }

    package var itemType: (any Message.Type)? {
        switch self {
        case .diagnosticsEcho: nil
        case .accountsLogin: nil
        case .accountsResumeSession: nil
        case .accountsLogout: nil
        case .accountsWhoAmI: nil
        case .accountsChangePassword: nil
        case .accountsCreateAccount: nil
        case .accountsInvite: nil
        case .organisationsCreateOrganisation: nil
        case .organisationsListOrganisations: nil
        case .programmesCreateProgramme: nil
        case .programmesChangePolicy: nil
        case .programmesListProgrammes: nil
        case .programmesListPresets: nil
        case .projectsCreateProject: nil
        case .projectsListProjects: nil
        case .projectsCreateOffering: nil
        case .projectsSubmitOffering: nil
        case .projectsDecideOffering: nil
        case .projectsGetOffering: nil
        case .projectsListOfferings: nil
        case .projectsListRoster: nil
        case .uploadsUpload: UploadChunk.self
        case .uploadsTemplate: nil
        case .terminalsCreateEnrolmentCode: nil
        case .terminalsEnrol: nil
        case .terminalsAuthenticate: nil
        case .terminalsListTerminals: nil
        case .terminalsRevokeTerminal: nil
        case .syncOpen: nil
        case .syncPush: PushBatch.self
        case .syncPull: nil
        case .attendanceVenueCode: nil
        case .attendanceCheckIn: nil
        case .attendanceListScans: nil
        case .attendanceAnalyse: nil
        case .attendanceSuggestWindow: nil
        case .attendanceMyAttendance: nil
        case .examsListScores: nil
        case .examsAdjudicate: nil
        case .creditsListEligible: nil
        case .creditsAwardCredit: nil
        case .creditsReverseAward: nil
        case .creditsListAwards: nil
        case .creditsMyCredits: nil
        case .creditsExport: nil
        }
    }

    package var repliesStream: Bool {
        switch self {
        case .diagnosticsEcho: false
        case .accountsLogin: false
        case .accountsResumeSession: false
        case .accountsLogout: false
        case .accountsWhoAmI: false
        case .accountsChangePassword: false
        case .accountsCreateAccount: false
        case .accountsInvite: false
        case .organisationsCreateOrganisation: false
        case .organisationsListOrganisations: false
        case .programmesCreateProgramme: false
        case .programmesChangePolicy: false
        case .programmesListProgrammes: false
        case .programmesListPresets: false
        case .projectsCreateProject: false
        case .projectsListProjects: false
        case .projectsCreateOffering: false
        case .projectsSubmitOffering: false
        case .projectsDecideOffering: false
        case .projectsGetOffering: false
        case .projectsListOfferings: false
        case .projectsListRoster: false
        case .uploadsUpload: false
        case .uploadsTemplate: false
        case .terminalsCreateEnrolmentCode: false
        case .terminalsEnrol: false
        case .terminalsAuthenticate: false
        case .terminalsListTerminals: false
        case .terminalsRevokeTerminal: false
        case .syncOpen: false
        case .syncPush: true
        case .syncPull: true
        case .attendanceVenueCode: false
        case .attendanceCheckIn: false
        case .attendanceListScans: false
        case .attendanceAnalyse: false
        case .attendanceSuggestWindow: false
        case .attendanceMyAttendance: false
        case .examsListScores: false
        case .examsAdjudicate: false
        case .creditsListEligible: false
        case .creditsAwardCredit: false
        case .creditsReverseAward: false
        case .creditsListAwards: false
        case .creditsMyCredits: false
        case .creditsExport: true
        }
    }
}
