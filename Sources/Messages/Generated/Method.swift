// Generated from Protocol/*.proto by `make generate`; change that and generate again.

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
    case accountsTerms = 0x0108
    case accountsGetChallenge = 0x0109
    case accountsSendSmsCode = 0x010A
    case accountsBeginRegistration = 0x010B
    case accountsRegister = 0x010C
    case accountsRecoverPassword = 0x010D
    case accountsListSessions = 0x010E
    case accountsRevokeSession = 0x010F
    case accountsChangePhone = 0x0110
    case accountsLinkOutside = 0x0111
    case accountsUnlinkOutside = 0x0112
    case accountsListLinks = 0x0113
    case accountsLoginOutside = 0x0114
    case accountsCloseAccount = 0x0115
    case accountsListSmsOutbox = 0x0116
    case accountsListAudit = 0x0117
    case accountsAskPhoneChange = 0x0118
    case accountsCreateOrganisationAccount = 0x0119
    case accountsOpenOrganisationLogin = 0x011A
    case accountsAddFirstResponsible = 0x011B
    case accountsSendOrganisationCode = 0x011C
    case accountsFinishOrganisationLogin = 0x011D
    case accountsListResponsible = 0x011E
    case accountsAddResponsible = 0x011F
    case accountsRemoveResponsible = 0x0120
    case accountsChangeOrganisationPassword = 0x0121
    case accountsListAccounts = 0x0122
    case accountsGetAccount = 0x0123
    case accountsGrantRole = 0x0124
    case accountsRevokeRole = 0x0125
    case accountsDisableAccount = 0x0126
    case accountsEnableAccount = 0x0127
    case accountsResetPassword = 0x0128
    case accountsInviteAgain = 0x0129
    case accountsChangeResponsible = 0x0140
    case organisationsCreateOrganisation = 0x0201
    case organisationsListOrganisations = 0x0202
    case organisationsChangeOrganisation = 0x0203
    case organisationsGetOrganisation = 0x0204
    case organisationsSaveCatalogueEntry = 0x0205
    case organisationsListCatalogue = 0x0206
    case programmesCreateProgramme = 0x0301
    case programmesChangePolicy = 0x0302
    case programmesListProgrammes = 0x0303
    case programmesListPresets = 0x0304
    case programmesSetFee = 0x0305
    case programmesListFees = 0x0306
    case projectsCreateProject = 0x0401
    case projectsListProjects = 0x0402
    case projectsCreateOffering = 0x0403
    case projectsSubmitOffering = 0x0404
    /// 0x0405 was DecideOffering; reviews decide (0x0B02).
    case projectsGetOffering = 0x0406
    case projectsListOfferings = 0x0407
    case projectsListRoster = 0x0408
    case projectsChangeRosterEntry = 0x0409
    case projectsSwapRosterNumbers = 0x040A
    case projectsRemoveRosterEntries = 0x040B
    case projectsChangeOffering = 0x040C
    case projectsCancelOffering = 0x040D
    case projectsDeleteOffering = 0x040E
    case projectsChangeProject = 0x040F
    case projectsListOfferingChanges = 0x0410
    case projectsMyTeaching = 0x0411
    case projectsUploadDocument = 0x0412
    case projectsGetDocument = 0x0413
    case projectsListDocuments = 0x0414
    case projectsRemoveDocument = 0x0415
    case projectsSetProjectState = 0x0416
    case projectsListRuns = 0x0417
    case projectsLinkNotice = 0x0418
    case projectsRosterHistory = 0x0419
    case uploadsUpload = 0x0501
    case uploadsTemplate = 0x0502
    /// A job is its sender's, and a platform admin's to see and cancel; to everybody else there is none.
    case uploadsGetJob = 0x0503
    case uploadsListJobs = 0x0504
    case uploadsCancelJob = 0x0505
    /// The sender's alone.
    case uploadsGetJobFile = 0x0506
    case uploadsForgetAccounts = 0x0507
    case uploadsOpenUpload = 0x0508
    /// The sender's alone.
    case uploadsSendUpload = 0x0509
    /// Of those who may see the job and may write where its rows are.
    case uploadsUndoJob = 0x050A
    case terminalsCreateEnrolmentCode = 0x0601
    case terminalsEnrol = 0x0602
    case terminalsAuthenticate = 0x0603
    case terminalsListTerminals = 0x0604
    case terminalsRevokeTerminal = 0x0605
    case terminalsRaiseTerminal = 0x0606
    case syncOpen = 0x0701
    case syncPush = 0x0702
    case syncPull = 0x0703
    case syncListServerLogs = 0x0704
    case attendanceVenueCode = 0x0801
    case attendanceCheckIn = 0x0802
    case attendanceListScans = 0x0803
    case attendanceAnalyse = 0x0804
    case attendanceSuggestWindow = 0x0805
    case attendanceMyAttendance = 0x0806
    case attendanceWalkIn = 0x0807
    case attendanceListWalkIns = 0x0808
    case attendanceDecideWalkIns = 0x0809
    case attendanceExplain = 0x080A
    case attendanceExplainOwn = 0x080B
    case examsListScores = 0x0901
    case examsAdjudicate = 0x0902
    case examsListQuarantinedMarks = 0x0903
    case examsAdmitMark = 0x0904
    case examsScoreHistory = 0x0905
    case examsSaveQuestion = 0x0906
    case examsGetQuestion = 0x0907
    case examsListQuestions = 0x0908
    case examsEnableQuestions = 0x0909
    case examsDeleteQuestion = 0x090A
    case examsQuestionHistory = 0x090B
    case examsExportQuestions = 0x090C
    case examsSavePaper = 0x090D
    case examsGetPaper = 0x090E
    case examsListPapers = 0x090F
    case examsOpenPaper = 0x0910
    case examsClosePaper = 0x0911
    case examsSetExamMinutes = 0x0912
    case creditsListEligible = 0x0A01
    case creditsAwardCredit = 0x0A02
    case creditsReverseAward = 0x0A03
    case creditsListAwards = 0x0A04
    case creditsMyCredits = 0x0A05
    case creditsExport = 0x0A06
    case creditsRemind = 0x0A07
    case creditsExplainAward = 0x0A08
    case creditsExplainOwnAward = 0x0A09
    case creditsEnterCredit = 0x0A0A
    case creditsCheckAward = 0x0A0B
    case creditsListDifferences = 0x0A0C
    case creditsSettleDifferences = 0x0A0D
    case creditsAwardInstructor = 0x0A0E
    case creditsSaveYearRule = 0x0A10
    case creditsRemoveYearRule = 0x0A11
    case creditsListYearRules = 0x0A12
    case creditsMyCompliance = 0x0A13
    case creditsListCompliance = 0x0A14
    case creditsListUnitCompliance = 0x0A15
    case creditsExcuseYear = 0x0A16
    case reviewsListReviews = 0x0B01
    case reviewsDecideReviews = 0x0B02
    case reviewsReviewHistory = 0x0B03
    case reviewsAsk = 0x0B04
    case reviewsWithdrawReview = 0x0B05
    case reviewsMyReviews = 0x0B06
    case recruitmentCreateCohort = 0x0D01
    case recruitmentListCohorts = 0x0D02
    case recruitmentCreateRound = 0x0D03
    case recruitmentChangeRound = 0x0D04
    case recruitmentOpenRound = 0x0D05
    case recruitmentCloseRound = 0x0D06
    case recruitmentGetRound = 0x0D07
    case recruitmentListRounds = 0x0D08
    case recruitmentSetQuota = 0x0D09
    case recruitmentListQuotas = 0x0D0A
    case recruitmentSaveApplication = 0x0D0B
    case recruitmentSubmitApplication = 0x0D0C
    case recruitmentWithdrawApplication = 0x0D0D
    case recruitmentDeclineAdmission = 0x0D0E
    case recruitmentMyApplications = 0x0D0F
    case recruitmentGetApplication = 0x0D10
    case recruitmentListApplications = 0x0D11
    case recruitmentAssignApplications = 0x0D12
    case recruitmentAdmitApplications = 0x0D13
    case recruitmentReleaseApplications = 0x0D14
    case recruitmentChangeTraining = 0x0D15
    case recruitmentCountAdmitted = 0x0D16
    case recruitmentExportAdmitted = 0x0D17
    case recruitmentRemoveCohort = 0x0D18
    case recruitmentRemoveRound = 0x0D19
    case recruitmentRemoveQuota = 0x0D1A
    case recruitmentGetSubmission = 0x0D1B
    case leavesRequestLeave = 0x0E01
    case leavesCancelLeave = 0x0E02
    case leavesMyLeave = 0x0E03
    case leavesListLeave = 0x0E04
    case noticesListNotices = 0x1001
    case noticesHomeNotices = 0x1002
    case noticesGetNotice = 0x1003
    case noticesPublishNotice = 0x1004
    case noticesEditNotice = 0x1005
    case noticesWithdrawNotice = 0x1006
    case noticesFeatureNotices = 0x1007
    case noticesListManagedNotices = 0x1008
    case noticesNoticeHistory = 0x1009
    case noticesAddFavourite = 0x100A
    case noticesRemoveFavourite = 0x100B
    case noticesListFavourites = 0x100C
    case noticesSetSupportContact = 0x100D
    case noticesGetSupportContact = 0x100E
    case noticesListSupportContacts = 0x100F
    case noticesListMessages = 0x1010
    case noticesClaimMessages = 0x1011
    case noticesMarkShown = 0x1012
    case identitySubmit = 0x1101
    case identityMine = 0x1102
    case identityGetClaim = 0x1103
    case identityUploadPhoto = 0x1104
    case identityGetPhoto = 0x1105
    case profilesGet = 0x1201
    case profilesSave = 0x1202
    case membersAdd = 0x1301
    case membersList = 0x1302
    case membersConfirm = 0x1303
    case membersEnd = 0x1304
    case membersJoin = 0x1305
    case membersLeave = 0x1306
    case membersMine = 0x1307
    case outboxListEntries = 0x1401
    case outboxGetEntry = 0x1402
    case outboxRetryEntry = 0x1403
    case outboxDropEntry = 0x1404
    case bookingsPublishSession = 0x1501
    case bookingsGetSession = 0x1502
    case bookingsBrowseSessions = 0x1503
    case bookingsDescribeBase = 0x1504
    case bookingsBrowseBases = 0x1505
    case bookingsBook = 0x1506
    case bookingsCancelBooking = 0x1507
    case bookingsGetBooking = 0x1508
    case bookingsMyBookings = 0x1509
    case bookingsListBookings = 0x150A
    case bookingsMyEntitlements = 0x150B
    case bookingsGetPass = 0x150C
    case bookingsListDoublePlaces = 0x150D
    case bookingsKeepDoublePlace = 0x150E
    case ordersListUnitPayments = 0x1601
    case ordersTakeBackUnitPayment = 0x1602
    case ordersListLedger = 0x1603
    case ordersTrialBalance = 0x1604
    case ordersSetOrderNotice = 0x1605
    case ordersOpenOrderNotice = 0x1606
    case ordersPlaceOrder = 0x1607
    case ordersPayOrder = 0x1608
    case ordersWithdrawOrder = 0x1609
    case ordersGetOrder = 0x160A
    case ordersMyOrders = 0x160B
    case ordersListOrders = 0x160C
    case ordersAskRefund = 0x160D
    case ordersRefundOrder = 0x160E
    case ordersListRefunds = 0x160F
    case ordersMyRefunds = 0x1610
    case ordersFinishRefund = 0x1611
    case ordersRetryRefund = 0x1612
    case ordersCheckPayments = 0x1630
    case ordersStopSelling = 0x1631
    case ordersResumeSelling = 0x1632
    case ordersListSellingStops = 0x1633
    case invoicesGetBuyer = 0x1701
    case invoicesSaveBuyer = 0x1702
    case invoicesApply = 0x1703
    case invoicesCancel = 0x1704
    case invoicesAskVoid = 0x1705
    case invoicesListMine = 0x1706
    case invoicesShow = 0x1707
    case invoicesList = 0x1708
    case invoicesIssue = 0x1709
    case invoicesReject = 0x170A
    case invoicesVoid = 0x170B
    case invoicesKeep = 0x170C
    case invoicesExport = 0x170D
    case invoicesUploadFile = 0x170E
    case invoicesGetFile = 0x170F
    case invoicesSend = 0x1710
    case worklistListWork = 0x1801
    case worklistShowWork = 0x1802
    case worklistDecideWork = 0x1803
    case worklistListConflicts = 0x1804
    case ledgerBeginStatement = 0x1901
    case ledgerAddStatementRows = 0x1902
    case ledgerFinishStatement = 0x1903
    case ledgerListStatements = 0x1904
    case ledgerListDifferences = 0x1905
    case ledgerSettleDifferences = 0x1906
    case ledgerCorrect = 0x1907
    case ledgerClosePeriod = 0x1908
    case ledgerListPeriods = 0x1909
    case ledgerShowPeriod = 0x190A
    case ledgerExportPeriod = 0x190B
    case ledgerReturnDifferences = 0x190C
    case sittingsStartExam = 0x1A01
    case sittingsGetSitting = 0x1A02
    case sittingsSittingQuestions = 0x1A03
    case sittingsSaveAnswer = 0x1A04
    case sittingsSubmitExam = 0x1A05
    case sittingsMyExams = 0x1A06
    case sittingsMySittings = 0x1A07
    case sittingsComplain = 0x1A08
    case sittingsListSittings = 0x1A09
    case sittingsShowSitting = 0x1A0A
    case sittingsMarkAgain = 0x1A0B
    case sittingsGrantExtraTime = 0x1A0C
    case certificatesIssue = 0x1B01
    case certificatesIssueOwn = 0x1B02
    case certificatesAdd = 0x1B03
    case certificatesCorrect = 0x1B04
    case certificatesRevoke = 0x1B05
    case certificatesList = 0x1B06
    case certificatesListOwn = 0x1B07
    case certificatesGetFile = 0x1B08
    case certificatesGetOwnFile = 0x1B09
    case certificatesVerify = 0x1B0A
    case certificatesGet = 0x1B0B
    case certificatesIssueCompletion = 0x1B0C
    case certificatesIssueTrained = 0x1B0D
    case skillsSaveChecklist = 0x1C01
    case skillsGetChecklist = 0x1C02
    case skillsListChecklists = 0x1C03
    case skillsPublishExam = 0x1C04
    case skillsBrowseExams = 0x1C05
    case skillsSetPin = 0x1C06
    case skillsListResults = 0x1C07
    case skillsDecide = 0x1C08
    case skillsBook = 0x1C09
    case skillsMyExams = 0x1C0A
    case evaluationsGet = 0x1D01
    case evaluationsEvaluate = 0x1D02
    case evaluationsMyEvaluations = 0x1D03
    case evaluationsFigures = 0x1D04
    case evaluationsTexts = 0x1D05
    case evaluationsWithdraw = 0x1D06
    case evaluationsListRuns = 0x1D07
    case postReportsSave = 0x1E01
    case postReportsDelete = 0x1E02
    /// Takes over who was there, as the system knows it now.
    case postReportsImportAttendance = 0x1E03
    case postReportsSubmit = 0x1E04
    /// CRD-4b: those with pending credit who are not in an approved report, submitted at once.
    case postReportsSupplement = 0x1E05
    case postReportsGet = 0x1E06
    case postReportsList = 0x1E07
    case postReportsListPeople = 0x1E08
    case postReportsUploadDocument = 0x1E09
    case postReportsRemoveDocument = 0x1E0A
    case postReportsGetDocument = 0x1E0B
    case reportsListRuns = 0x1F01
    case reportsListPeople = 0x1F02
    case reportsListUnits = 0x1F03
    case reportsGetOwnStatement = 0x1F10
    case reportsDrawFigure = 0x1F11
    case outsideRecordsEnter = 0x1F80
    case outsideRecordsCorrect = 0x1F81
    case outsideRecordsWithdraw = 0x1F82
    case outsideRecordsList = 0x1F83
    case outsideRecordsListOwn = 0x1F84

    package var rule: MethodRule {
        switch self {
        case .diagnosticsEcho:
            MethodRule(
                name: "Diagnostics.Echo", request: EchoRequest.self, reply: EchoReply.self, allows: [.anyone],
                effect: .reads)
        case .accountsLogin:
            MethodRule(
                name: "Accounts.Login", request: LoginRequest.self, reply: LoginReply.self, allows: [.anyone],
                effect: .merges)
        case .accountsResumeSession:
            MethodRule(
                name: "Accounts.ResumeSession", request: ResumeSessionRequest.self, reply: LoginReply.self,
                allows: [.anyone], effect: .merges)
        case .accountsLogout:
            MethodRule(
                name: "Accounts.Logout", request: LogoutRequest.self, reply: LogoutReply.self, allows: [.person],
                effect: .merges)
        case .accountsWhoAmI:
            MethodRule(
                name: "Accounts.WhoAmI", request: WhoAmIRequest.self, reply: LoginReply.self, allows: [.person],
                effect: .reads)
        case .accountsChangePassword:
            MethodRule(
                name: "Accounts.ChangePassword", request: ChangePasswordRequest.self, reply: ChangePasswordReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .accountsCreateAccount:
            MethodRule(
                name: "Accounts.CreateAccount", request: CreateAccountRequest.self, reply: CreateAccountReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .accountsInvite:
            MethodRule(
                name: "Accounts.Invite", request: InviteRequest.self, reply: InviteReply.self,
                allows: [.platformAdmin, .baseAdmin, .providerAdmin], effect: .mutates, audited: true)
        case .accountsTerms:
            MethodRule(
                name: "Accounts.Terms", request: TermsRequest.self, reply: TermsReply.self, allows: [.anyone],
                effect: .reads)
        case .accountsGetChallenge:
            MethodRule(
                name: "Accounts.GetChallenge", request: GetChallengeRequest.self, reply: GetChallengeReply.self,
                allows: [.anyone], effect: .reads)
        case .accountsSendSmsCode:
            MethodRule(
                name: "Accounts.SendSmsCode", request: SendSmsCodeRequest.self, reply: SendSmsCodeReply.self,
                allows: [.anyone], effect: .mutates)
        case .accountsBeginRegistration:
            MethodRule(
                name: "Accounts.BeginRegistration", request: BeginRegistrationRequest.self,
                reply: BeginRegistrationReply.self, allows: [.anyone], effect: .merges)
        case .accountsRegister:
            MethodRule(
                name: "Accounts.Register", request: RegisterRequest.self, reply: RegisterReply.self, allows: [.anyone],
                effect: .mutates, audited: true)
        case .accountsRecoverPassword:
            MethodRule(
                name: "Accounts.RecoverPassword", request: RecoverPasswordRequest.self,
                reply: RecoverPasswordReply.self, allows: [.anyone], effect: .mutates, audited: true)
        case .accountsListSessions:
            MethodRule(
                name: "Accounts.ListSessions", request: ListSessionsRequest.self, reply: ListSessionsReply.self,
                allows: [.person], effect: .reads)
        case .accountsRevokeSession:
            MethodRule(
                name: "Accounts.RevokeSession", request: RevokeSessionRequest.self, reply: RevokeSessionReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .accountsChangePhone:
            MethodRule(
                name: "Accounts.ChangePhone", request: ChangePhoneRequest.self, reply: ChangePhoneReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .accountsLinkOutside:
            MethodRule(
                name: "Accounts.LinkOutside", request: LinkOutsideRequest.self, reply: LinkOutsideReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .accountsUnlinkOutside:
            MethodRule(
                name: "Accounts.UnlinkOutside", request: UnlinkOutsideRequest.self, reply: UnlinkOutsideReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .accountsListLinks:
            MethodRule(
                name: "Accounts.ListLinks", request: ListLinksRequest.self, reply: ListLinksReply.self,
                allows: [.person], effect: .reads)
        case .accountsLoginOutside:
            MethodRule(
                name: "Accounts.LoginOutside", request: LoginOutsideRequest.self, reply: LoginReply.self,
                allows: [.anyone], effect: .merges)
        case .accountsCloseAccount:
            MethodRule(
                name: "Accounts.CloseAccount", request: CloseAccountRequest.self, reply: CloseAccountReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .accountsListSmsOutbox:
            MethodRule(
                name: "Accounts.ListSmsOutbox", request: ListSmsOutboxRequest.self, reply: ListSmsOutboxReply.self,
                allows: [.platformAdmin], effect: .merges, audited: true)
        case .accountsListAudit:
            MethodRule(
                name: "Accounts.ListAudit", request: ListAuditRequest.self, reply: ListAuditReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .accountsAskPhoneChange:
            MethodRule(
                name: "Accounts.AskPhoneChange", request: AskPhoneChangeRequest.self, reply: AskPhoneChangeReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .accountsCreateOrganisationAccount:
            MethodRule(
                name: "Accounts.CreateOrganisationAccount", request: CreateOrganisationAccountRequest.self,
                reply: CreateOrganisationAccountReply.self, allows: [.platformAdmin], effect: .mutates, audited: true)
        case .accountsOpenOrganisationLogin:
            MethodRule(
                name: "Accounts.OpenOrganisationLogin", request: OpenOrganisationLoginRequest.self,
                reply: OpenOrganisationLoginReply.self, allows: [.anyone], effect: .merges)
        case .accountsAddFirstResponsible:
            MethodRule(
                name: "Accounts.AddFirstResponsible", request: AddFirstResponsibleRequest.self,
                reply: AddFirstResponsibleReply.self, allows: [.anyone], effect: .mutates, audited: true)
        case .accountsSendOrganisationCode:
            MethodRule(
                name: "Accounts.SendOrganisationCode", request: SendOrganisationCodeRequest.self,
                reply: SendSmsCodeReply.self, allows: [.anyone], effect: .mutates)
        case .accountsFinishOrganisationLogin:
            MethodRule(
                name: "Accounts.FinishOrganisationLogin", request: FinishOrganisationLoginRequest.self,
                reply: LoginReply.self, allows: [.anyone], effect: .merges, audited: true)
        case .accountsListResponsible:
            MethodRule(
                name: "Accounts.ListResponsible", request: ListResponsibleRequest.self,
                reply: ListResponsibleReply.self,
                allows: [.platformAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin], effect: .reads)
        case .accountsAddResponsible:
            MethodRule(
                name: "Accounts.AddResponsible", request: AddResponsibleRequest.self, reply: AddResponsibleReply.self,
                allows: [.platformAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin],
                effect: .mutates, audited: true)
        case .accountsRemoveResponsible:
            MethodRule(
                name: "Accounts.RemoveResponsible", request: RemoveResponsibleRequest.self,
                reply: RemoveResponsibleReply.self,
                allows: [.platformAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin],
                effect: .mutates, audited: true)
        case .accountsChangeOrganisationPassword:
            MethodRule(
                name: "Accounts.ChangeOrganisationPassword", request: ChangeOrganisationPasswordRequest.self,
                reply: ChangeOrganisationPasswordReply.self, allows: [.person], effect: .mutates, audited: true)
        case .accountsListAccounts:
            MethodRule(
                name: "Accounts.ListAccounts", request: ListAccountsRequest.self, reply: ListAccountsReply.self,
                allows: [.platformAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin], effect: .reads)
        case .accountsGetAccount:
            MethodRule(
                name: "Accounts.GetAccount", request: GetAccountRequest.self, reply: GetAccountReply.self,
                allows: [.platformAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin], effect: .reads)
        case .accountsGrantRole:
            MethodRule(
                name: "Accounts.GrantRole", request: GrantRoleRequest.self, reply: GetAccountReply.self,
                allows: [.platformAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin],
                effect: .mutates, audited: true)
        case .accountsRevokeRole:
            MethodRule(
                name: "Accounts.RevokeRole", request: RevokeRoleRequest.self, reply: GetAccountReply.self,
                allows: [.platformAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin],
                effect: .mutates, audited: true)
        case .accountsDisableAccount:
            MethodRule(
                name: "Accounts.DisableAccount", request: DisableAccountRequest.self, reply: GetAccountReply.self,
                allows: [.platformAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin],
                effect: .mutates, audited: true)
        case .accountsEnableAccount:
            MethodRule(
                name: "Accounts.EnableAccount", request: EnableAccountRequest.self, reply: GetAccountReply.self,
                allows: [.platformAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin],
                effect: .mutates, audited: true)
        case .accountsResetPassword:
            MethodRule(
                name: "Accounts.ResetPassword", request: ResetPasswordRequest.self, reply: ResetPasswordReply.self,
                allows: [.platformAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin],
                effect: .mutates, audited: true)
        case .accountsInviteAgain:
            MethodRule(
                name: "Accounts.InviteAgain", request: InviteAgainRequest.self, reply: InviteAgainReply.self,
                allows: [.platformAdmin, .baseAdmin, .providerAdmin], effect: .mutates, audited: true)
        case .accountsChangeResponsible:
            MethodRule(
                name: "Accounts.ChangeResponsible", request: ChangeResponsibleRequest.self,
                reply: ChangeResponsibleReply.self,
                allows: [.platformAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin],
                effect: .mutates, audited: true)
        case .organisationsCreateOrganisation:
            MethodRule(
                name: "Organisations.CreateOrganisation", request: CreateOrganisationRequest.self,
                reply: CreateOrganisationReply.self, allows: [.platformAdmin], effect: .mutates, audited: true)
        case .organisationsListOrganisations:
            MethodRule(
                name: "Organisations.ListOrganisations", request: ListOrganisationsRequest.self,
                reply: ListOrganisationsReply.self, allows: [.person], effect: .reads)
        case .organisationsChangeOrganisation:
            MethodRule(
                name: "Organisations.ChangeOrganisation", request: ChangeOrganisationRequest.self,
                reply: CreateOrganisationReply.self, allows: [.platformAdmin], effect: .mutates, audited: true)
        case .organisationsGetOrganisation:
            MethodRule(
                name: "Organisations.GetOrganisation", request: GetOrganisationRequest.self,
                reply: GetOrganisationReply.self, allows: [.person], effect: .reads)
        case .organisationsSaveCatalogueEntry:
            MethodRule(
                name: "Organisations.SaveCatalogueEntry", request: SaveCatalogueEntryRequest.self,
                reply: SaveCatalogueEntryReply.self, allows: [.platformAdmin], effect: .mutates, audited: true)
        case .organisationsListCatalogue:
            MethodRule(
                name: "Organisations.ListCatalogue", request: ListCatalogueRequest.self, reply: ListCatalogueReply.self,
                allows: [.person], effect: .reads)
        case .programmesCreateProgramme:
            MethodRule(
                name: "Programmes.CreateProgramme", request: CreateProgrammeRequest.self,
                reply: CreateProgrammeReply.self, allows: [.platformAdmin], effect: .mutates, audited: true)
        case .programmesChangePolicy:
            MethodRule(
                name: "Programmes.ChangePolicy", request: ChangePolicyRequest.self, reply: CreateProgrammeReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .programmesListProgrammes:
            MethodRule(
                name: "Programmes.ListProgrammes", request: ListProgrammesRequest.self, reply: ListProgrammesReply.self,
                allows: [.person], effect: .reads)
        case .programmesListPresets:
            MethodRule(
                name: "Programmes.ListPresets", request: ListPresetsRequest.self, reply: ListPresetsReply.self,
                allows: [.person], effect: .reads)
        case .programmesSetFee:
            MethodRule(
                name: "Programmes.SetFee", request: SetFeeRequest.self, reply: ListFeesReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .programmesListFees:
            MethodRule(
                name: "Programmes.ListFees", request: ListFeesRequest.self, reply: ListFeesReply.self,
                allows: [.person], effect: .reads)
        case .projectsCreateProject:
            MethodRule(
                name: "Projects.CreateProject", request: CreateProjectRequest.self, reply: CreateProjectReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .mutates, audited: true
            )
        case .projectsListProjects:
            MethodRule(
                name: "Projects.ListProjects", request: ListProjectsRequest.self, reply: ListProjectsReply.self,
                allows: [.person], effect: .reads)
        case .projectsCreateOffering:
            MethodRule(
                name: "Projects.CreateOffering", request: CreateOfferingRequest.self, reply: OfferingReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .projectsSubmitOffering:
            MethodRule(
                name: "Projects.SubmitOffering", request: SubmitOfferingRequest.self, reply: OfferingReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .projectsGetOffering:
            MethodRule(
                name: "Projects.GetOffering", request: GetOfferingRequest.self, reply: OfferingReply.self,
                allows: [.person], effect: .reads)
        case .projectsListOfferings:
            MethodRule(
                name: "Projects.ListOfferings", request: ListOfferingsRequest.self, reply: ListOfferingsReply.self,
                allows: [.person], effect: .reads)
        case .projectsListRoster:
            MethodRule(
                name: "Projects.ListRoster", request: ListRosterRequest.self, reply: ListRosterReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .projectsChangeRosterEntry:
            MethodRule(
                name: "Projects.ChangeRosterEntry", request: ChangeRosterEntryRequest.self,
                reply: ChangeRosterEntryReply.self, allows: [.platformAdmin, .providerAdmin, .baseAdmin],
                effect: .mutates, audited: true)
        case .projectsSwapRosterNumbers:
            MethodRule(
                name: "Projects.SwapRosterNumbers", request: SwapRosterNumbersRequest.self,
                reply: SwapRosterNumbersReply.self, allows: [.platformAdmin, .providerAdmin, .baseAdmin],
                effect: .mutates, audited: true)
        case .projectsRemoveRosterEntries:
            MethodRule(
                name: "Projects.RemoveRosterEntries", request: RemoveRosterEntriesRequest.self,
                reply: RemoveRosterEntriesReply.self, allows: [.platformAdmin, .providerAdmin, .baseAdmin],
                effect: .mutates, audited: true)
        case .projectsChangeOffering:
            MethodRule(
                name: "Projects.ChangeOffering", request: ChangeOfferingRequest.self, reply: ChangeOfferingReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .projectsCancelOffering:
            MethodRule(
                name: "Projects.CancelOffering", request: CancelOfferingRequest.self, reply: OfferingReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .projectsDeleteOffering:
            MethodRule(
                name: "Projects.DeleteOffering", request: DeleteOfferingRequest.self, reply: DeleteOfferingReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .projectsChangeProject:
            MethodRule(
                name: "Projects.ChangeProject", request: ChangeProjectRequest.self, reply: ChangeProjectReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .mutates, audited: true
            )
        case .projectsListOfferingChanges:
            MethodRule(
                name: "Projects.ListOfferingChanges", request: ListOfferingChangesRequest.self,
                reply: ListOfferingChangesReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .reads)
        case .projectsMyTeaching:
            MethodRule(
                name: "Projects.MyTeaching", request: MyTeachingRequest.self, reply: MyTeachingReply.self,
                allows: [.person], effect: .reads)
        case .projectsUploadDocument:
            MethodRule(
                name: "Projects.UploadDocument", request: UploadDocumentRequest.self, reply: UploadDocumentReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true,
                item: DocumentChunk.self)
        case .projectsGetDocument:
            MethodRule(
                name: "Projects.GetDocument", request: GetDocumentRequest.self, reply: DocumentChunk.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .reads,
                repliesStream: true)
        case .projectsListDocuments:
            MethodRule(
                name: "Projects.ListDocuments", request: ListDocumentsRequest.self, reply: ListDocumentsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .reads)
        case .projectsRemoveDocument:
            MethodRule(
                name: "Projects.RemoveDocument", request: RemoveDocumentRequest.self, reply: RemoveDocumentReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .projectsSetProjectState:
            MethodRule(
                name: "Projects.SetProjectState", request: SetProjectStateRequest.self, reply: ChangeProjectReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .mutates, audited: true
            )
        case .projectsListRuns:
            MethodRule(
                name: "Projects.ListRuns", request: ListRunsRequest.self, reply: ListRunsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .reads)
        case .projectsLinkNotice:
            MethodRule(
                name: "Projects.LinkNotice", request: LinkNoticeRequest.self, reply: NoticeReply.self,
                allows: [.platformAdmin, .commissionOfficer, .providerAdmin], effect: .mutates, audited: true)
        case .projectsRosterHistory:
            MethodRule(
                name: "Projects.RosterHistory", request: RosterHistoryRequest.self, reply: RosterHistoryReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .uploadsUpload:
            MethodRule(
                name: "Uploads.Upload", request: UploadRequest.self, reply: UploadReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .unitAdmin, .commissionOfficer], effect: .mutates,
                audited: true, item: UploadChunk.self)
        case .uploadsTemplate:
            MethodRule(
                name: "Uploads.Template", request: TemplateRequest.self, reply: TemplateReply.self, allows: [.person],
                effect: .reads)
        case .uploadsGetJob:
            MethodRule(
                name: "Uploads.GetJob", request: GetJobRequest.self, reply: GetJobReply.self, allows: [.person],
                effect: .reads)
        case .uploadsListJobs:
            MethodRule(
                name: "Uploads.ListJobs", request: ListJobsRequest.self, reply: ListJobsReply.self, allows: [.person],
                effect: .reads)
        case .uploadsCancelJob:
            MethodRule(
                name: "Uploads.CancelJob", request: CancelJobRequest.self, reply: CancelJobReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .uploadsGetJobFile:
            MethodRule(
                name: "Uploads.GetJobFile", request: GetJobFileRequest.self, reply: JobFileChunk.self,
                allows: [.person], effect: .reads, audited: true, repliesStream: true)
        case .uploadsForgetAccounts:
            MethodRule(
                name: "Uploads.ForgetAccounts", request: ForgetAccountsRequest.self, reply: ForgetAccountsReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .uploadsOpenUpload:
            MethodRule(
                name: "Uploads.OpenUpload", request: UploadRequest.self, reply: OpenUploadReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .unitAdmin, .commissionOfficer], effect: .mutates,
                audited: true)
        case .uploadsSendUpload:
            MethodRule(
                name: "Uploads.SendUpload", request: SendUploadRequest.self, reply: SendUploadReply.self,
                allows: [.person], effect: .mutates)
        case .uploadsUndoJob:
            MethodRule(
                name: "Uploads.UndoJob", request: UndoJobRequest.self, reply: UndoJobReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .terminalsCreateEnrolmentCode:
            MethodRule(
                name: "Terminals.CreateEnrolmentCode", request: CreateEnrolmentCodeRequest.self,
                reply: CreateEnrolmentCodeReply.self, allows: [.platformAdmin, .providerAdmin, .baseAdmin],
                effect: .mutates, audited: true)
        case .terminalsEnrol:
            MethodRule(
                name: "Terminals.Enrol", request: EnrolRequest.self, reply: EnrolReply.self, allows: [.anyone],
                effect: .merges, audited: true)
        case .terminalsAuthenticate:
            MethodRule(
                name: "Terminals.Authenticate", request: AuthenticateRequest.self, reply: AuthenticateReply.self,
                allows: [.anyone], effect: .merges)
        case .terminalsListTerminals:
            MethodRule(
                name: "Terminals.ListTerminals", request: ListTerminalsRequest.self, reply: ListTerminalsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .terminalsRevokeTerminal:
            MethodRule(
                name: "Terminals.RevokeTerminal", request: RevokeTerminalRequest.self, reply: RevokeTerminalReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .terminalsRaiseTerminal:
            MethodRule(
                name: "Terminals.RaiseTerminal", request: RaiseTerminalRequest.self, reply: RaiseTerminalReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .syncOpen:
            MethodRule(
                name: "Sync.Open", request: OpenRequest.self, reply: OpenReply.self, allows: [.terminal],
                effect: .merges)
        case .syncPush:
            MethodRule(
                name: "Sync.Push", request: PushRequest.self, reply: Ack.self, allows: [.terminal], effect: .merges,
                repliesStream: true, item: PushBatch.self)
        case .syncPull:
            MethodRule(
                name: "Sync.Pull", request: PullRequest.self, reply: ScopeItem.self, allows: [.terminal],
                effect: .reads, repliesStream: true)
        case .syncListServerLogs:
            MethodRule(
                name: "Sync.ListServerLogs", request: ListServerLogsRequest.self, reply: ListServerLogsReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .attendanceVenueCode:
            MethodRule(
                name: "Attendance.VenueCode", request: VenueCodeRequest.self, reply: VenueCodeReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .attendanceCheckIn:
            MethodRule(
                name: "Attendance.CheckIn", request: CheckInRequest.self, reply: CheckInReply.self, allows: [.person],
                effect: .mutates)
        case .attendanceListScans:
            MethodRule(
                name: "Attendance.ListScans", request: ListScansRequest.self, reply: ListScansReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .attendanceAnalyse:
            MethodRule(
                name: "Attendance.Analyse", request: AnalyseRequest.self, reply: AnalyseReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .attendanceSuggestWindow:
            MethodRule(
                name: "Attendance.SuggestWindow", request: SuggestWindowRequest.self, reply: SuggestWindowReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .attendanceMyAttendance:
            MethodRule(
                name: "Attendance.MyAttendance", request: MyAttendanceRequest.self, reply: MyAttendanceReply.self,
                allows: [.person], effect: .reads)
        case .attendanceWalkIn:
            MethodRule(
                name: "Attendance.WalkIn", request: WalkInRequest.self, reply: WalkInReply.self, allows: [.anyone],
                effect: .mutates, audited: true)
        case .attendanceListWalkIns:
            MethodRule(
                name: "Attendance.ListWalkIns", request: ListWalkInsRequest.self, reply: ListWalkInsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .attendanceDecideWalkIns:
            MethodRule(
                name: "Attendance.DecideWalkIns", request: DecideWalkInsRequest.self, reply: DecideWalkInsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .attendanceExplain:
            MethodRule(
                name: "Attendance.Explain", request: ExplainAttendanceRequest.self, reply: ExplainAttendanceReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .attendanceExplainOwn:
            MethodRule(
                name: "Attendance.ExplainOwn", request: ExplainAttendanceRequest.self,
                reply: ExplainAttendanceReply.self, allows: [.person], effect: .reads)
        case .examsListScores:
            MethodRule(
                name: "Exams.ListScores", request: ListScoresRequest.self, reply: ListScoresReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .adjudicator], effect: .reads)
        case .examsAdjudicate:
            MethodRule(
                name: "Exams.Adjudicate", request: AdjudicateRequest.self, reply: AdjudicateReply.self,
                allows: [.platformAdmin, .adjudicator], effect: .mutates, audited: true)
        case .examsListQuarantinedMarks:
            MethodRule(
                name: "Exams.ListQuarantinedMarks", request: ListQuarantinedMarksRequest.self,
                reply: ListQuarantinedMarksReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .adjudicator], effect: .reads)
        case .examsAdmitMark:
            MethodRule(
                name: "Exams.AdmitMark", request: AdmitMarkRequest.self, reply: AdmitMarkReply.self,
                allows: [.platformAdmin, .adjudicator], effect: .mutates, audited: true)
        case .examsScoreHistory:
            MethodRule(
                name: "Exams.ScoreHistory", request: ScoreHistoryRequest.self, reply: ScoreHistoryReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .adjudicator], effect: .reads)
        case .examsSaveQuestion:
            MethodRule(
                name: "Exams.SaveQuestion", request: SaveQuestionRequest.self, reply: QuestionReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .examsGetQuestion:
            MethodRule(
                name: "Exams.GetQuestion", request: GetQuestionRequest.self, reply: QuestionReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .examsListQuestions:
            MethodRule(
                name: "Exams.ListQuestions", request: ListQuestionsRequest.self, reply: ListQuestionsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .examsEnableQuestions:
            MethodRule(
                name: "Exams.EnableQuestions", request: EnableQuestionsRequest.self, reply: EnableQuestionsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .examsDeleteQuestion:
            MethodRule(
                name: "Exams.DeleteQuestion", request: DeleteQuestionRequest.self, reply: DeleteQuestionReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .examsQuestionHistory:
            MethodRule(
                name: "Exams.QuestionHistory", request: QuestionHistoryRequest.self, reply: QuestionHistoryReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .examsExportQuestions:
            MethodRule(
                name: "Exams.ExportQuestions", request: ExportQuestionsRequest.self, reply: QuestionsChunk.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads, repliesStream: true)
        case .examsSavePaper:
            MethodRule(
                name: "Exams.SavePaper", request: SavePaperRequest.self, reply: PaperReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .examsGetPaper:
            MethodRule(
                name: "Exams.GetPaper", request: GetPaperRequest.self, reply: PaperReply.self, allows: [.platformAdmin],
                effect: .reads)
        case .examsListPapers:
            MethodRule(
                name: "Exams.ListPapers", request: ListPapersRequest.self, reply: ListPapersReply.self,
                allows: [.person], effect: .reads)
        case .examsOpenPaper:
            MethodRule(
                name: "Exams.OpenPaper", request: OpenPaperRequest.self, reply: PaperCodeReply.self,
                allows: [.platformAdmin, .baseAdmin, .examBaseAdmin], effect: .mutates, audited: true)
        case .examsClosePaper:
            MethodRule(
                name: "Exams.ClosePaper", request: ClosePaperRequest.self, reply: ClosePaperReply.self,
                allows: [.platformAdmin, .baseAdmin, .examBaseAdmin], effect: .mutates, audited: true)
        case .examsSetExamMinutes:
            MethodRule(
                name: "Exams.SetExamMinutes", request: SetExamMinutesRequest.self, reply: SetExamMinutesReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .creditsListEligible:
            MethodRule(
                name: "Credits.ListEligible", request: ListEligibleRequest.self, reply: ListEligibleReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .creditsAwardCredit:
            MethodRule(
                name: "Credits.AwardCredit", request: AwardCreditRequest.self, reply: AwardCreditReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .creditsReverseAward:
            MethodRule(
                name: "Credits.ReverseAward", request: ReverseAwardRequest.self, reply: ReverseAwardReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .creditsListAwards:
            MethodRule(
                name: "Credits.ListAwards", request: ListAwardsRequest.self, reply: ListAwardsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .creditsMyCredits:
            MethodRule(
                name: "Credits.MyCredits", request: MyCreditsRequest.self, reply: MyCreditsReply.self,
                allows: [.person], effect: .reads)
        case .creditsExport:
            MethodRule(
                name: "Credits.Export", request: ExportRequest.self, reply: ExportChunk.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads, repliesStream: true)
        case .creditsRemind:
            MethodRule(
                name: "Credits.Remind", request: RemindRequest.self, reply: RemindReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .creditsExplainAward:
            MethodRule(
                name: "Credits.ExplainAward", request: ExplainAwardRequest.self, reply: ExplainAwardReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .creditsExplainOwnAward:
            MethodRule(
                name: "Credits.ExplainOwnAward", request: ExplainAwardRequest.self, reply: ExplainAwardReply.self,
                allows: [.person], effect: .reads)
        case .creditsEnterCredit:
            MethodRule(
                name: "Credits.EnterCredit", request: EnterCreditRequest.self, reply: EnterCreditReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .creditsCheckAward:
            MethodRule(
                name: "Credits.CheckAward", request: CheckAwardRequest.self, reply: CheckAwardReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .creditsListDifferences:
            MethodRule(
                name: "Credits.ListDifferences", request: ListCreditDifferencesRequest.self,
                reply: ListCreditDifferencesReply.self, allows: [.platformAdmin, .providerAdmin, .baseAdmin],
                effect: .reads)
        case .creditsSettleDifferences:
            MethodRule(
                name: "Credits.SettleDifferences", request: SettleCreditRequest.self, reply: SettleCreditReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .creditsAwardInstructor:
            MethodRule(
                name: "Credits.AwardInstructor", request: AwardInstructorRequest.self, reply: ReverseAwardReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .creditsSaveYearRule:
            MethodRule(
                name: "Credits.SaveYearRule", request: SaveYearRuleRequest.self, reply: YearRuleReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .mutates, audited: true)
        case .creditsRemoveYearRule:
            MethodRule(
                name: "Credits.RemoveYearRule", request: RemoveYearRuleRequest.self, reply: YearRuleReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .mutates, audited: true)
        case .creditsListYearRules:
            MethodRule(
                name: "Credits.ListYearRules", request: ListYearRulesRequest.self, reply: ListYearRulesReply.self,
                allows: [.person], effect: .reads)
        case .creditsMyCompliance:
            MethodRule(
                name: "Credits.MyCompliance", request: MyComplianceRequest.self, reply: ComplianceReply.self,
                allows: [.person], effect: .reads)
        case .creditsListCompliance:
            MethodRule(
                name: "Credits.ListCompliance", request: ListComplianceRequest.self, reply: ListComplianceReply.self,
                allows: [.platformAdmin, .commissionOfficer, .unitAdmin], effect: .reads)
        case .creditsListUnitCompliance:
            MethodRule(
                name: "Credits.ListUnitCompliance", request: ListUnitComplianceRequest.self,
                reply: ListUnitComplianceReply.self, allows: [.platformAdmin, .commissionOfficer], effect: .reads)
        case .creditsExcuseYear:
            MethodRule(
                name: "Credits.ExcuseYear", request: ExcuseYearRequest.self, reply: ComplianceReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .mutates, audited: true)
        case .reviewsListReviews:
            MethodRule(
                name: "Reviews.ListReviews", request: ListReviewsRequest.self, reply: ListReviewsReply.self,
                allows: [
                    .platformAdmin, .providerAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin,
                    .identityReviewer,
                ], effect: .reads)
        case .reviewsDecideReviews:
            MethodRule(
                name: "Reviews.DecideReviews", request: DecideReviewsRequest.self, reply: DecideReviewsReply.self,
                allows: [
                    .platformAdmin, .providerAdmin, .commissionOfficer, .committeeOfficer, .baseAdmin, .unitAdmin,
                    .identityReviewer,
                ], effect: .mutates, audited: true)
        case .reviewsReviewHistory:
            MethodRule(
                name: "Reviews.ReviewHistory", request: ReviewHistoryRequest.self, reply: ReviewHistoryReply.self,
                allows: [.person], effect: .reads)
        case .reviewsAsk:
            MethodRule(
                name: "Reviews.Ask", request: AskReviewRequest.self, reply: AskReviewReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .reviewsWithdrawReview:
            MethodRule(
                name: "Reviews.WithdrawReview", request: WithdrawReviewRequest.self, reply: AskReviewReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .reviewsMyReviews:
            MethodRule(
                name: "Reviews.MyReviews", request: MyReviewsRequest.self, reply: ListReviewsReply.self,
                allows: [.person], effect: .reads)
        case .recruitmentCreateCohort:
            MethodRule(
                name: "Recruitment.CreateCohort", request: CreateCohortRequest.self, reply: CreateCohortReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .mutates, audited: true)
        case .recruitmentListCohorts:
            MethodRule(
                name: "Recruitment.ListCohorts", request: ListCohortsRequest.self, reply: ListCohortsReply.self,
                allows: [.person], effect: .reads)
        case .recruitmentCreateRound:
            MethodRule(
                name: "Recruitment.CreateRound", request: CreateRoundRequest.self, reply: RoundReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .mutates, audited: true)
        case .recruitmentChangeRound:
            MethodRule(
                name: "Recruitment.ChangeRound", request: ChangeRoundRequest.self, reply: RoundReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .mutates, audited: true)
        case .recruitmentOpenRound:
            MethodRule(
                name: "Recruitment.OpenRound", request: OpenRoundRequest.self, reply: RoundReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .mutates, audited: true)
        case .recruitmentCloseRound:
            MethodRule(
                name: "Recruitment.CloseRound", request: CloseRoundRequest.self, reply: RoundReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .mutates, audited: true)
        case .recruitmentGetRound:
            MethodRule(
                name: "Recruitment.GetRound", request: GetRoundRequest.self, reply: RoundReply.self, allows: [.person],
                effect: .reads)
        case .recruitmentListRounds:
            MethodRule(
                name: "Recruitment.ListRounds", request: ListRoundsRequest.self, reply: ListRoundsReply.self,
                allows: [.person], effect: .reads)
        case .recruitmentSetQuota:
            MethodRule(
                name: "Recruitment.SetQuota", request: SetQuotaRequest.self, reply: SetQuotaReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .mutates, audited: true)
        case .recruitmentListQuotas:
            MethodRule(
                name: "Recruitment.ListQuotas", request: ListQuotasRequest.self, reply: ListQuotasReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .reads)
        case .recruitmentSaveApplication:
            MethodRule(
                name: "Recruitment.SaveApplication", request: SaveApplicationRequest.self, reply: ApplicationReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .recruitmentSubmitApplication:
            MethodRule(
                name: "Recruitment.SubmitApplication", request: SubmitApplicationRequest.self,
                reply: ApplicationReply.self, allows: [.person], effect: .mutates, audited: true)
        case .recruitmentWithdrawApplication:
            MethodRule(
                name: "Recruitment.WithdrawApplication", request: WithdrawApplicationRequest.self,
                reply: ApplicationReply.self, allows: [.person], effect: .mutates, audited: true)
        case .recruitmentDeclineAdmission:
            MethodRule(
                name: "Recruitment.DeclineAdmission", request: DeclineAdmissionRequest.self,
                reply: ApplicationReply.self, allows: [.person], effect: .mutates, audited: true)
        case .recruitmentMyApplications:
            MethodRule(
                name: "Recruitment.MyApplications", request: MyApplicationsRequest.self,
                reply: ListApplicationsReply.self, allows: [.person], effect: .reads)
        case .recruitmentGetApplication:
            MethodRule(
                name: "Recruitment.GetApplication", request: GetApplicationRequest.self, reply: ApplicationReply.self,
                allows: [.person], effect: .reads)
        case .recruitmentListApplications:
            MethodRule(
                name: "Recruitment.ListApplications", request: ListApplicationsRequest.self,
                reply: ListApplicationsReply.self, allows: [.platformAdmin, .commissionOfficer, .baseAdmin],
                effect: .reads)
        case .recruitmentAssignApplications:
            MethodRule(
                name: "Recruitment.AssignApplications", request: AssignApplicationsRequest.self,
                reply: ApplicationsReply.self, allows: [.platformAdmin, .commissionOfficer], effect: .mutates,
                audited: true)
        case .recruitmentAdmitApplications:
            MethodRule(
                name: "Recruitment.AdmitApplications", request: AdmitApplicationsRequest.self,
                reply: ApplicationsReply.self, allows: [.platformAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .recruitmentReleaseApplications:
            MethodRule(
                name: "Recruitment.ReleaseApplications", request: ReleaseApplicationsRequest.self,
                reply: ApplicationsReply.self, allows: [.platformAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .recruitmentChangeTraining:
            MethodRule(
                name: "Recruitment.ChangeTraining", request: ChangeTrainingRequest.self, reply: ApplicationsReply.self,
                allows: [.platformAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .recruitmentCountAdmitted:
            MethodRule(
                name: "Recruitment.CountAdmitted", request: CountAdmittedRequest.self, reply: CountAdmittedReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .reads)
        case .recruitmentExportAdmitted:
            MethodRule(
                name: "Recruitment.ExportAdmitted", request: ExportAdmittedRequest.self, reply: ExportChunk.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .reads, repliesStream: true)
        case .recruitmentRemoveCohort:
            MethodRule(
                name: "Recruitment.RemoveCohort", request: RemoveCohortRequest.self, reply: RemoveCohortReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .mutates, audited: true)
        case .recruitmentRemoveRound:
            MethodRule(
                name: "Recruitment.RemoveRound", request: RemoveRoundRequest.self, reply: RemoveRoundReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .mutates, audited: true)
        case .recruitmentRemoveQuota:
            MethodRule(
                name: "Recruitment.RemoveQuota", request: RemoveQuotaRequest.self, reply: RemoveQuotaReply.self,
                allows: [.platformAdmin, .commissionOfficer], effect: .mutates, audited: true)
        case .recruitmentGetSubmission:
            MethodRule(
                name: "Recruitment.GetSubmission", request: GetSubmissionRequest.self, reply: GetSubmissionReply.self,
                allows: [.person], effect: .reads)
        case .leavesRequestLeave:
            MethodRule(
                name: "Leaves.RequestLeave", request: RequestLeaveRequest.self, reply: LeaveReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .leavesCancelLeave:
            MethodRule(
                name: "Leaves.CancelLeave", request: CancelLeaveRequest.self, reply: LeaveReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .leavesMyLeave:
            MethodRule(
                name: "Leaves.MyLeave", request: MyLeaveRequest.self, reply: ListLeaveReply.self, allows: [.person],
                effect: .reads)
        case .leavesListLeave:
            MethodRule(
                name: "Leaves.ListLeave", request: ListLeaveRequest.self, reply: ListLeaveReply.self,
                allows: [.platformAdmin, .baseAdmin], effect: .reads)
        case .noticesListNotices:
            MethodRule(
                name: "Notices.ListNotices", request: ListNoticesRequest.self, reply: ListNoticesReply.self,
                allows: [.anyone], effect: .reads)
        case .noticesHomeNotices:
            MethodRule(
                name: "Notices.HomeNotices", request: HomeNoticesRequest.self, reply: HomeNoticesReply.self,
                allows: [.anyone], effect: .reads)
        case .noticesGetNotice:
            MethodRule(
                name: "Notices.GetNotice", request: GetNoticeRequest.self, reply: NoticeReply.self, allows: [.anyone],
                effect: .reads)
        case .noticesPublishNotice:
            MethodRule(
                name: "Notices.PublishNotice", request: PublishNoticeRequest.self, reply: NoticeReply.self,
                allows: [.platformAdmin, .commissionOfficer, .providerAdmin], effect: .mutates, audited: true)
        case .noticesEditNotice:
            MethodRule(
                name: "Notices.EditNotice", request: EditNoticeRequest.self, reply: NoticeReply.self,
                allows: [.platformAdmin, .commissionOfficer, .providerAdmin], effect: .mutates, audited: true)
        case .noticesWithdrawNotice:
            MethodRule(
                name: "Notices.WithdrawNotice", request: WithdrawNoticeRequest.self, reply: NoticeReply.self,
                allows: [.platformAdmin, .commissionOfficer, .providerAdmin], effect: .mutates, audited: true)
        case .noticesFeatureNotices:
            MethodRule(
                name: "Notices.FeatureNotices", request: FeatureNoticesRequest.self, reply: HomeNoticesReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .noticesListManagedNotices:
            MethodRule(
                name: "Notices.ListManagedNotices", request: ListManagedNoticesRequest.self,
                reply: ListNoticesReply.self, allows: [.platformAdmin, .commissionOfficer, .providerAdmin],
                effect: .reads)
        case .noticesNoticeHistory:
            MethodRule(
                name: "Notices.NoticeHistory", request: NoticeHistoryRequest.self, reply: NoticeHistoryReply.self,
                allows: [.platformAdmin, .commissionOfficer, .providerAdmin], effect: .reads)
        case .noticesAddFavourite:
            MethodRule(
                name: "Notices.AddFavourite", request: FavouriteRequest.self, reply: FavouriteReply.self,
                allows: [.person], effect: .merges)
        case .noticesRemoveFavourite:
            MethodRule(
                name: "Notices.RemoveFavourite", request: FavouriteRequest.self, reply: FavouriteReply.self,
                allows: [.person], effect: .merges)
        case .noticesListFavourites:
            MethodRule(
                name: "Notices.ListFavourites", request: ListFavouritesRequest.self, reply: ListNoticesReply.self,
                allows: [.person], effect: .reads)
        case .noticesSetSupportContact:
            MethodRule(
                name: "Notices.SetSupportContact", request: SetSupportContactRequest.self,
                reply: SupportContactReply.self, allows: [.platformAdmin], effect: .mutates, audited: true)
        case .noticesGetSupportContact:
            MethodRule(
                name: "Notices.GetSupportContact", request: GetSupportContactRequest.self,
                reply: SupportContactReply.self, allows: [.anyone], effect: .reads)
        case .noticesListSupportContacts:
            MethodRule(
                name: "Notices.ListSupportContacts", request: ListSupportContactsRequest.self,
                reply: ListSupportContactsReply.self, allows: [.anyone], effect: .reads)
        case .noticesListMessages:
            MethodRule(
                name: "Notices.ListMessages", request: ListMessagesRequest.self, reply: ListMessagesReply.self,
                allows: [.person], effect: .reads)
        case .noticesClaimMessages:
            MethodRule(
                name: "Notices.ClaimMessages", request: ClaimMessagesRequest.self, reply: ClaimMessagesReply.self,
                allows: [.person], effect: .merges)
        case .noticesMarkShown:
            MethodRule(
                name: "Notices.MarkShown", request: MarkShownRequest.self, reply: MarkShownReply.self,
                allows: [.person], effect: .merges)
        case .identitySubmit:
            MethodRule(
                name: "Identity.Submit", request: SubmitIdentityRequest.self, reply: MyIdentityReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .identityMine:
            MethodRule(
                name: "Identity.Mine", request: MyIdentityRequest.self, reply: MyIdentityReply.self, allows: [.person],
                effect: .reads)
        case .identityGetClaim:
            MethodRule(
                name: "Identity.GetClaim", request: GetClaimRequest.self, reply: GetClaimReply.self,
                allows: [.platformAdmin, .identityReviewer], effect: .reads)
        case .identityUploadPhoto:
            MethodRule(
                name: "Identity.UploadPhoto", request: UploadPhotoRequest.self, reply: UploadPhotoReply.self,
                allows: [.person], effect: .mutates, audited: true, item: PhotoChunk.self)
        case .identityGetPhoto:
            MethodRule(
                name: "Identity.GetPhoto", request: GetPhotoRequest.self, reply: PhotoChunk.self, allows: [.person],
                effect: .reads, audited: true, repliesStream: true)
        case .profilesGet:
            MethodRule(
                name: "Profiles.Get", request: GetProfileRequest.self, reply: GetProfileReply.self, allows: [.person],
                effect: .reads)
        case .profilesSave:
            MethodRule(
                name: "Profiles.Save", request: SaveProfileRequest.self, reply: SaveProfileReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .membersAdd:
            MethodRule(
                name: "Members.Add", request: AddTraineeRequest.self, reply: AddTraineeReply.self,
                allows: [.platformAdmin, .unitAdmin], effect: .mutates, audited: true)
        case .membersList:
            MethodRule(
                name: "Members.List", request: ListMembersRequest.self, reply: ListMembersReply.self,
                allows: [.platformAdmin, .unitAdmin], effect: .reads)
        case .membersConfirm:
            MethodRule(
                name: "Members.Confirm", request: ChangeMembersRequest.self, reply: ChangeMembersReply.self,
                allows: [.unitAdmin], effect: .mutates, audited: true)
        case .membersEnd:
            MethodRule(
                name: "Members.End", request: ChangeMembersRequest.self, reply: ChangeMembersReply.self,
                allows: [.unitAdmin], effect: .mutates, audited: true)
        case .membersJoin:
            MethodRule(
                name: "Members.Join", request: JoinUnitRequest.self, reply: MyUnitsReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .membersLeave:
            MethodRule(
                name: "Members.Leave", request: LeaveUnitRequest.self, reply: MyUnitsReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .membersMine:
            MethodRule(
                name: "Members.Mine", request: MyUnitsRequest.self, reply: MyUnitsReply.self, allows: [.person],
                effect: .reads)
        case .outboxListEntries:
            MethodRule(
                name: "Outbox.ListEntries", request: ListOutboxEntriesRequest.self, reply: ListOutboxEntriesReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .outboxGetEntry:
            MethodRule(
                name: "Outbox.GetEntry", request: GetOutboxEntryRequest.self, reply: OutboxEntryReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .outboxRetryEntry:
            MethodRule(
                name: "Outbox.RetryEntry", request: RetryOutboxEntryRequest.self, reply: OutboxEntryReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .outboxDropEntry:
            MethodRule(
                name: "Outbox.DropEntry", request: DropOutboxEntryRequest.self, reply: OutboxEntryReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .bookingsPublishSession:
            MethodRule(
                name: "Bookings.PublishSession", request: PublishSessionRequest.self, reply: SessionReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .bookingsGetSession:
            MethodRule(
                name: "Bookings.GetSession", request: GetSessionRequest.self, reply: SessionReply.self,
                allows: [.anyone], effect: .reads)
        case .bookingsBrowseSessions:
            MethodRule(
                name: "Bookings.BrowseSessions", request: BrowseSessionsRequest.self, reply: BrowseSessionsReply.self,
                allows: [.anyone], effect: .reads)
        case .bookingsDescribeBase:
            MethodRule(
                name: "Bookings.DescribeBase", request: DescribeBaseRequest.self, reply: BasePageReply.self,
                allows: [.platformAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .bookingsBrowseBases:
            MethodRule(
                name: "Bookings.BrowseBases", request: BrowseBasesRequest.self, reply: BrowseBasesReply.self,
                allows: [.anyone], effect: .reads)
        case .bookingsBook:
            MethodRule(
                name: "Bookings.Book", request: BookRequest.self, reply: BookingReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .bookingsCancelBooking:
            MethodRule(
                name: "Bookings.CancelBooking", request: CancelBookingRequest.self, reply: BookingReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .bookingsGetBooking:
            MethodRule(
                name: "Bookings.GetBooking", request: GetBookingRequest.self, reply: BookingReply.self,
                allows: [.person], effect: .reads)
        case .bookingsMyBookings:
            MethodRule(
                name: "Bookings.MyBookings", request: MyBookingsRequest.self, reply: ListBookingsReply.self,
                allows: [.person], effect: .reads)
        case .bookingsListBookings:
            MethodRule(
                name: "Bookings.ListBookings", request: ListBookingsRequest.self, reply: ListBookingsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .bookingsMyEntitlements:
            MethodRule(
                name: "Bookings.MyEntitlements", request: MyEntitlementsRequest.self, reply: MyEntitlementsReply.self,
                allows: [.person], effect: .reads)
        case .bookingsGetPass:
            MethodRule(
                name: "Bookings.GetPass", request: GetBookingRequest.self, reply: PassReply.self, allows: [.person],
                effect: .reads)
        case .bookingsListDoublePlaces:
            MethodRule(
                name: "Bookings.ListDoublePlaces", request: ListDoublePlacesRequest.self,
                reply: ListDoublePlacesReply.self, allows: [.platformAdmin], effect: .reads)
        case .bookingsKeepDoublePlace:
            MethodRule(
                name: "Bookings.KeepDoublePlace", request: KeepDoublePlaceRequest.self, reply: DoublePlaceReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ordersListUnitPayments:
            MethodRule(
                name: "Orders.ListUnitPayments", request: ListUnitPaymentsRequest.self,
                reply: ListUnitPaymentsReply.self, allows: [.platformAdmin], effect: .reads)
        case .ordersTakeBackUnitPayment:
            MethodRule(
                name: "Orders.TakeBackUnitPayment", request: TakeBackUnitPaymentRequest.self,
                reply: UnitPaymentReply.self, allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ordersListLedger:
            MethodRule(
                name: "Orders.ListLedger", request: ListLedgerRequest.self, reply: ListLedgerReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .ordersTrialBalance:
            MethodRule(
                name: "Orders.TrialBalance", request: TrialBalanceRequest.self, reply: TrialBalanceReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .ordersSetOrderNotice:
            MethodRule(
                name: "Orders.SetOrderNotice", request: SetOrderNoticeRequest.self, reply: OrderNoticeReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ordersOpenOrderNotice:
            MethodRule(
                name: "Orders.OpenOrderNotice", request: OpenOrderNoticeRequest.self, reply: OrderNoticeReply.self,
                allows: [.person], effect: .merges)
        case .ordersPlaceOrder:
            MethodRule(
                name: "Orders.PlaceOrder", request: PlaceOrderRequest.self, reply: OrderReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .ordersPayOrder:
            MethodRule(
                name: "Orders.PayOrder", request: PayOrderRequest.self, reply: OrderReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .ordersWithdrawOrder:
            MethodRule(
                name: "Orders.WithdrawOrder", request: WithdrawOrderRequest.self, reply: OrderReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .ordersGetOrder:
            MethodRule(
                name: "Orders.GetOrder", request: GetOrderRequest.self, reply: OrderReply.self, allows: [.person],
                effect: .reads)
        case .ordersMyOrders:
            MethodRule(
                name: "Orders.MyOrders", request: MyOrdersRequest.self, reply: ListOrdersReply.self, allows: [.person],
                effect: .reads)
        case .ordersListOrders:
            MethodRule(
                name: "Orders.ListOrders", request: ListOrdersRequest.self, reply: ListOrdersReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .ordersAskRefund:
            MethodRule(
                name: "Orders.AskRefund", request: AskRefundRequest.self, reply: RefundReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .ordersRefundOrder:
            MethodRule(
                name: "Orders.RefundOrder", request: RefundOrderRequest.self, reply: RefundReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ordersListRefunds:
            MethodRule(
                name: "Orders.ListRefunds", request: ListRefundsRequest.self, reply: ListRefundsReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .ordersMyRefunds:
            MethodRule(
                name: "Orders.MyRefunds", request: MyRefundsRequest.self, reply: ListRefundsReply.self,
                allows: [.person], effect: .reads)
        case .ordersFinishRefund:
            MethodRule(
                name: "Orders.FinishRefund", request: FinishRefundRequest.self, reply: RefundReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ordersRetryRefund:
            MethodRule(
                name: "Orders.RetryRefund", request: RetryRefundRequest.self, reply: RefundReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ordersCheckPayments:
            MethodRule(
                name: "Orders.CheckPayments", request: CheckPaymentsRequest.self, reply: CheckPaymentsReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ordersStopSelling:
            MethodRule(
                name: "Orders.StopSelling", request: StopSellingRequest.self, reply: SellingReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ordersResumeSelling:
            MethodRule(
                name: "Orders.ResumeSelling", request: ResumeSellingRequest.self, reply: SellingReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ordersListSellingStops:
            MethodRule(
                name: "Orders.ListSellingStops", request: ListSellingStopsRequest.self,
                reply: ListSellingStopsReply.self, allows: [.platformAdmin], effect: .reads)
        case .invoicesGetBuyer:
            MethodRule(
                name: "Invoices.GetBuyer", request: GetBuyerRequest.self, reply: BuyerReply.self, allows: [.person],
                effect: .reads)
        case .invoicesSaveBuyer:
            MethodRule(
                name: "Invoices.SaveBuyer", request: SaveBuyerRequest.self, reply: BuyerReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .invoicesApply:
            MethodRule(
                name: "Invoices.Apply", request: ApplyInvoiceRequest.self, reply: InvoiceReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .invoicesCancel:
            MethodRule(
                name: "Invoices.Cancel", request: CancelInvoiceRequest.self, reply: InvoiceReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .invoicesAskVoid:
            MethodRule(
                name: "Invoices.AskVoid", request: AskVoidRequest.self, reply: InvoiceReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .invoicesListMine:
            MethodRule(
                name: "Invoices.ListMine", request: MyInvoicesRequest.self, reply: ListInvoicesReply.self,
                allows: [.person], effect: .reads)
        case .invoicesShow:
            MethodRule(
                name: "Invoices.Show", request: ShowInvoiceRequest.self, reply: ShowInvoiceReply.self,
                allows: [.person], effect: .reads)
        case .invoicesList:
            MethodRule(
                name: "Invoices.List", request: ListInvoicesRequest.self, reply: ListInvoicesReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .invoicesIssue:
            MethodRule(
                name: "Invoices.Issue", request: IssueInvoicesRequest.self, reply: InvoicesReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .invoicesReject:
            MethodRule(
                name: "Invoices.Reject", request: RejectInvoicesRequest.self, reply: InvoicesReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .invoicesVoid:
            MethodRule(
                name: "Invoices.Void", request: VoidInvoiceRequest.self, reply: InvoiceReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .invoicesKeep:
            MethodRule(
                name: "Invoices.Keep", request: KeepInvoiceRequest.self, reply: InvoiceReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .invoicesExport:
            MethodRule(
                name: "Invoices.Export", request: ExportInvoicesRequest.self, reply: ExportChunk.self,
                allows: [.platformAdmin], effect: .reads, repliesStream: true)
        case .invoicesUploadFile:
            MethodRule(
                name: "Invoices.UploadFile", request: UploadInvoiceFileRequest.self, reply: InvoiceReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true, item: InvoiceChunk.self)
        case .invoicesGetFile:
            MethodRule(
                name: "Invoices.GetFile", request: GetInvoiceFileRequest.self, reply: InvoiceChunk.self,
                allows: [.person], effect: .reads, repliesStream: true)
        case .invoicesSend:
            MethodRule(
                name: "Invoices.Send", request: SendInvoicesRequest.self, reply: InvoicesReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .worklistListWork:
            MethodRule(
                name: "Worklist.ListWork", request: ListWorkRequest.self, reply: ListWorkReply.self,
                allows: [.platformAdmin, .commissionOfficer, .providerAdmin, .baseAdmin], effect: .reads)
        case .worklistShowWork:
            MethodRule(
                name: "Worklist.ShowWork", request: ShowWorkRequest.self, reply: ShowWorkReply.self,
                allows: [.platformAdmin, .commissionOfficer, .providerAdmin, .baseAdmin], effect: .reads)
        case .worklistDecideWork:
            MethodRule(
                name: "Worklist.DecideWork", request: DecideWorkRequest.self, reply: DecideWorkReply.self,
                allows: [.platformAdmin, .commissionOfficer, .providerAdmin, .baseAdmin], effect: .mutates,
                audited: true)
        case .worklistListConflicts:
            MethodRule(
                name: "Worklist.ListConflicts", request: ListConflictsRequest.self, reply: ListConflictsReply.self,
                allows: [.platformAdmin, .commissionOfficer, .providerAdmin, .baseAdmin, .adjudicator], effect: .reads)
        case .ledgerBeginStatement:
            MethodRule(
                name: "Ledger.BeginStatement", request: BeginStatementRequest.self, reply: StatementReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ledgerAddStatementRows:
            MethodRule(
                name: "Ledger.AddStatementRows", request: AddStatementRowsRequest.self, reply: StatementReply.self,
                allows: [.platformAdmin], effect: .merges)
        case .ledgerFinishStatement:
            MethodRule(
                name: "Ledger.FinishStatement", request: FinishStatementRequest.self, reply: StatementReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ledgerListStatements:
            MethodRule(
                name: "Ledger.ListStatements", request: ListStatementsRequest.self, reply: ListStatementsReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .ledgerListDifferences:
            MethodRule(
                name: "Ledger.ListDifferences", request: ListDifferencesRequest.self, reply: ListDifferencesReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .ledgerSettleDifferences:
            MethodRule(
                name: "Ledger.SettleDifferences", request: SettleDifferencesRequest.self,
                reply: SettleDifferencesReply.self, allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ledgerCorrect:
            MethodRule(
                name: "Ledger.Correct", request: CorrectLedgerRequest.self, reply: CorrectLedgerReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ledgerClosePeriod:
            MethodRule(
                name: "Ledger.ClosePeriod", request: ClosePeriodRequest.self, reply: LedgerPeriodReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .ledgerListPeriods:
            MethodRule(
                name: "Ledger.ListPeriods", request: ListPeriodsRequest.self, reply: ListPeriodsReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .ledgerShowPeriod:
            MethodRule(
                name: "Ledger.ShowPeriod", request: ShowPeriodRequest.self, reply: LedgerPeriodReply.self,
                allows: [.platformAdmin], effect: .reads)
        case .ledgerExportPeriod:
            MethodRule(
                name: "Ledger.ExportPeriod", request: ExportPeriodRequest.self, reply: ExportChunk.self,
                allows: [.platformAdmin], effect: .reads, repliesStream: true)
        case .ledgerReturnDifferences:
            MethodRule(
                name: "Ledger.ReturnDifferences", request: ReturnDifferencesRequest.self,
                reply: SettleDifferencesReply.self, allows: [.platformAdmin], effect: .mutates, audited: true)
        case .sittingsStartExam:
            MethodRule(
                name: "Sittings.StartExam", request: StartExamRequest.self, reply: SittingReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .sittingsGetSitting:
            MethodRule(
                name: "Sittings.GetSitting", request: GetSittingRequest.self, reply: SittingReply.self,
                allows: [.person], effect: .reads)
        case .sittingsSittingQuestions:
            MethodRule(
                name: "Sittings.SittingQuestions", request: SittingQuestionsRequest.self,
                reply: SittingQuestionsReply.self, allows: [.person], effect: .reads)
        case .sittingsSaveAnswer:
            MethodRule(
                name: "Sittings.SaveAnswer", request: SaveAnswerRequest.self, reply: SaveAnswerReply.self,
                allows: [.person], effect: .merges)
        case .sittingsSubmitExam:
            MethodRule(
                name: "Sittings.SubmitExam", request: SubmitExamRequest.self, reply: SittingReply.self,
                allows: [.person], effect: .merges)
        case .sittingsMyExams:
            MethodRule(
                name: "Sittings.MyExams", request: MyExamsRequest.self, reply: MyExamsReply.self, allows: [.person],
                effect: .reads)
        case .sittingsMySittings:
            MethodRule(
                name: "Sittings.MySittings", request: MySittingsRequest.self, reply: ListSittingsReply.self,
                allows: [.person], effect: .reads)
        case .sittingsComplain:
            MethodRule(
                name: "Sittings.Complain", request: ComplainRequest.self, reply: SittingReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .sittingsListSittings:
            MethodRule(
                name: "Sittings.ListSittings", request: ListSittingsRequest.self, reply: ListSittingsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .examBaseAdmin], effect: .reads)
        case .sittingsShowSitting:
            MethodRule(
                name: "Sittings.ShowSitting", request: SittingQuestionsRequest.self, reply: ShowSittingReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .examBaseAdmin], effect: .reads)
        case .sittingsMarkAgain:
            MethodRule(
                name: "Sittings.MarkAgain", request: MarkAgainRequest.self, reply: SittingReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .examBaseAdmin], effect: .mutates, audited: true)
        case .sittingsGrantExtraTime:
            MethodRule(
                name: "Sittings.GrantExtraTime", request: GrantExtraTimeRequest.self, reply: GrantExtraTimeReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .examBaseAdmin], effect: .mutates, audited: true)
        case .certificatesIssue:
            MethodRule(
                name: "Certificates.Issue", request: IssueCertificatesRequest.self, reply: IssueCertificatesReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .certificatesIssueOwn:
            MethodRule(
                name: "Certificates.IssueOwn", request: IssueOwnRequest.self, reply: IssueCertificatesReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .certificatesAdd:
            MethodRule(
                name: "Certificates.Add", request: AddCertificateRequest.self, reply: CertificateReply.self,
                allows: [.baseAdmin], effect: .mutates, audited: true)
        case .certificatesCorrect:
            MethodRule(
                name: "Certificates.Correct", request: CorrectCertificateRequest.self, reply: CertificateReply.self,
                allows: [.platformAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .certificatesRevoke:
            MethodRule(
                name: "Certificates.Revoke", request: RevokeCertificateRequest.self, reply: CertificateReply.self,
                allows: [.platformAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .certificatesList:
            MethodRule(
                name: "Certificates.List", request: ListCertificatesRequest.self, reply: ListCertificatesReply.self,
                allows: [.platformAdmin, .commissionOfficer, .baseAdmin], effect: .reads)
        case .certificatesListOwn:
            MethodRule(
                name: "Certificates.ListOwn", request: MyCertificatesRequest.self, reply: ListCertificatesReply.self,
                allows: [.person], effect: .reads)
        case .certificatesGetFile:
            MethodRule(
                name: "Certificates.GetFile", request: GetCertificateFileRequest.self, reply: CertificateFile.self,
                allows: [.platformAdmin, .commissionOfficer, .baseAdmin], effect: .reads)
        case .certificatesGetOwnFile:
            MethodRule(
                name: "Certificates.GetOwnFile", request: GetCertificateFileRequest.self, reply: CertificateFile.self,
                allows: [.person], effect: .reads)
        case .certificatesVerify:
            MethodRule(
                name: "Certificates.Verify", request: VerifyCertificateRequest.self, reply: VerifyCertificateReply.self,
                allows: [.anyone], effect: .reads)
        case .certificatesGet:
            MethodRule(
                name: "Certificates.Get", request: GetCertificateRequest.self, reply: CertificateReply.self,
                allows: [.platformAdmin, .commissionOfficer, .baseAdmin], effect: .reads)
        case .certificatesIssueCompletion:
            MethodRule(
                name: "Certificates.IssueCompletion", request: IssueCompletionRequest.self,
                reply: IssueCompletionReply.self, allows: [.platformAdmin, .providerAdmin, .baseAdmin],
                effect: .mutates, audited: true)
        case .certificatesIssueTrained:
            MethodRule(
                name: "Certificates.IssueTrained", request: IssueTrainedRequest.self, reply: IssueCompletionReply.self,
                allows: [.platformAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .skillsSaveChecklist:
            MethodRule(
                name: "Skills.SaveChecklist", request: SaveChecklistRequest.self, reply: ChecklistReply.self,
                allows: [.platformAdmin], effect: .mutates, audited: true)
        case .skillsGetChecklist:
            MethodRule(
                name: "Skills.GetChecklist", request: GetChecklistRequest.self, reply: ChecklistReply.self,
                allows: [.person], effect: .reads)
        case .skillsListChecklists:
            MethodRule(
                name: "Skills.ListChecklists", request: ListChecklistsRequest.self, reply: ListChecklistsReply.self,
                allows: [.person], effect: .reads)
        case .skillsPublishExam:
            MethodRule(
                name: "Skills.PublishExam", request: PublishSkillsExamRequest.self, reply: SkillsExamReply.self,
                allows: [.platformAdmin, .baseAdmin, .examBaseAdmin], effect: .mutates, audited: true)
        case .skillsBrowseExams:
            MethodRule(
                name: "Skills.BrowseExams", request: BrowseSkillsExamsRequest.self, reply: BrowseSkillsExamsReply.self,
                allows: [.anyone], effect: .reads)
        case .skillsSetPin:
            MethodRule(
                name: "Skills.SetPin", request: SetExaminerPinRequest.self, reply: SetExaminerPinReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .skillsListResults:
            MethodRule(
                name: "Skills.ListResults", request: ListSkillsResultsRequest.self, reply: ListSkillsResultsReply.self,
                allows: [.platformAdmin, .baseAdmin, .examBaseAdmin, .adjudicator], effect: .reads)
        case .skillsDecide:
            MethodRule(
                name: "Skills.Decide", request: DecideSheetRequest.self, reply: DecideSheetReply.self,
                allows: [.platformAdmin, .adjudicator], effect: .mutates, audited: true)
        case .skillsBook:
            MethodRule(
                name: "Skills.Book", request: BookSkillsExamRequest.self, reply: BookingReply.self, allows: [.person],
                effect: .mutates, audited: true)
        case .skillsMyExams:
            MethodRule(
                name: "Skills.MyExams", request: MySkillsExamsRequest.self, reply: MySkillsExamsReply.self,
                allows: [.person], effect: .reads)
        case .evaluationsGet:
            MethodRule(
                name: "Evaluations.Get", request: GetEvaluationRequest.self, reply: EvaluationReply.self,
                allows: [.person], effect: .reads)
        case .evaluationsEvaluate:
            MethodRule(
                name: "Evaluations.Evaluate", request: EvaluateRequest.self, reply: EvaluationReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .evaluationsMyEvaluations:
            MethodRule(
                name: "Evaluations.MyEvaluations", request: MyEvaluationsRequest.self, reply: MyEvaluationsReply.self,
                allows: [.person], effect: .reads)
        case .evaluationsFigures:
            MethodRule(
                name: "Evaluations.Figures", request: EvaluationFiguresRequest.self, reply: EvaluationFiguresReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .evaluationsTexts:
            MethodRule(
                name: "Evaluations.Texts", request: EvaluationTextsRequest.self, reply: EvaluationTextsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads)
        case .evaluationsWithdraw:
            MethodRule(
                name: "Evaluations.Withdraw", request: WithdrawEvaluationRequest.self, reply: EvaluationReply.self,
                allows: [.person], effect: .mutates, audited: true)
        case .evaluationsListRuns:
            MethodRule(
                name: "Evaluations.ListRuns", request: ListEvaluatedRunsRequest.self,
                reply: ListEvaluatedRunsReply.self, allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .reads
            )
        case .postReportsSave:
            MethodRule(
                name: "PostReports.Save", request: SavePostReportRequest.self, reply: PostReportReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .postReportsDelete:
            MethodRule(
                name: "PostReports.Delete", request: PostReportRequest.self, reply: DeletePostReportReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .postReportsImportAttendance:
            MethodRule(
                name: "PostReports.ImportAttendance", request: PostReportRequest.self, reply: PostReportReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .postReportsSubmit:
            MethodRule(
                name: "PostReports.Submit", request: PostReportRequest.self, reply: PostReportReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .postReportsSupplement:
            MethodRule(
                name: "PostReports.Supplement", request: SupplementPostReportRequest.self, reply: PostReportReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .postReportsGet:
            MethodRule(
                name: "PostReports.Get", request: PostReportRequest.self, reply: PostReportReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .reads)
        case .postReportsList:
            MethodRule(
                name: "PostReports.List", request: ListPostReportsRequest.self, reply: ListPostReportsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .reads)
        case .postReportsListPeople:
            MethodRule(
                name: "PostReports.ListPeople", request: ListPostReportPeopleRequest.self,
                reply: ListPostReportPeopleReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .reads)
        case .postReportsUploadDocument:
            MethodRule(
                name: "PostReports.UploadDocument", request: UploadPostReportDocumentRequest.self,
                reply: PostReportReply.self, allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates,
                audited: true, item: PostReportChunk.self)
        case .postReportsRemoveDocument:
            MethodRule(
                name: "PostReports.RemoveDocument", request: PostReportDocumentRequest.self,
                reply: PostReportReply.self, allows: [.platformAdmin, .providerAdmin, .baseAdmin], effect: .mutates,
                audited: true)
        case .postReportsGetDocument:
            MethodRule(
                name: "PostReports.GetDocument", request: PostReportDocumentRequest.self, reply: PostReportChunk.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .reads,
                repliesStream: true)
        case .reportsListRuns:
            MethodRule(
                name: "Reports.ListRuns", request: ListRunReportsRequest.self, reply: ListRunReportsReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .reads)
        case .reportsListPeople:
            MethodRule(
                name: "Reports.ListPeople", request: ListPeopleReportRequest.self, reply: ListPeopleReportReply.self,
                allows: [.platformAdmin, .providerAdmin, .baseAdmin, .committeeOfficer], effect: .reads)
        case .reportsListUnits:
            MethodRule(
                name: "Reports.ListUnits", request: ListUnitReportsRequest.self, reply: ListUnitReportsReply.self,
                allows: [.platformAdmin, .commissionOfficer, .unitAdmin], effect: .reads)
        case .reportsGetOwnStatement:
            MethodRule(
                name: "Reports.GetOwnStatement", request: OwnStatementRequest.self, reply: CertificateFile.self,
                allows: [.person], effect: .reads)
        case .reportsDrawFigure:
            MethodRule(
                name: "Reports.DrawFigure", request: DrawFigureRequest.self, reply: FigurePicture.self,
                allows: [.person], effect: .reads)
        case .outsideRecordsEnter:
            MethodRule(
                name: "OutsideRecords.Enter", request: EnterOutsideRequest.self, reply: OutsideReply.self,
                allows: [.providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .outsideRecordsCorrect:
            MethodRule(
                name: "OutsideRecords.Correct", request: CorrectOutsideRequest.self, reply: OutsideReply.self,
                allows: [.providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .outsideRecordsWithdraw:
            MethodRule(
                name: "OutsideRecords.Withdraw", request: WithdrawOutsideRequest.self, reply: OutsideReply.self,
                allows: [.providerAdmin, .baseAdmin], effect: .mutates, audited: true)
        case .outsideRecordsList:
            MethodRule(
                name: "OutsideRecords.List", request: ListOutsideRequest.self, reply: ListOutsideReply.self,
                allows: [.platformAdmin, .commissionOfficer, .providerAdmin, .baseAdmin], effect: .reads)
        case .outsideRecordsListOwn:
            MethodRule(
                name: "OutsideRecords.ListOwn", request: MyOutsideRequest.self, reply: ListOutsideReply.self,
                allows: [.person], effect: .reads)
        }
    }

    /// Its messages are never deflated: they carry secrets, or are dense already.
    package var isPlain: Bool {
        switch self {
        case .accountsLogin, .accountsResumeSession, .accountsWhoAmI, .accountsChangePassword, .accountsCreateAccount,
            .accountsInvite, .accountsSendSmsCode, .accountsBeginRegistration, .accountsRegister,
            .accountsRecoverPassword, .accountsChangePhone, .accountsLoginOutside, .accountsCloseAccount,
            .accountsListSmsOutbox, .accountsAskPhoneChange, .accountsCreateOrganisationAccount,
            .accountsOpenOrganisationLogin, .accountsAddFirstResponsible, .accountsSendOrganisationCode,
            .accountsFinishOrganisationLogin, .accountsChangeOrganisationPassword, .accountsResetPassword,
            .accountsInviteAgain, .uploadsGetJobFile, .terminalsCreateEnrolmentCode, .terminalsEnrol,
            .terminalsAuthenticate, .syncPush, .attendanceCheckIn, .attendanceWalkIn, .attendanceListWalkIns,
            .attendanceDecideWalkIns, .noticesClaimMessages, .identitySubmit, .identityMine, .identityGetClaim,
            .membersAdd, .membersList, .certificatesIssue, .certificatesIssueOwn, .certificatesAdd,
            .certificatesCorrect, .certificatesRevoke, .certificatesList, .certificatesListOwn, .certificatesVerify,
            .certificatesGet, .certificatesIssueCompletion, .certificatesIssueTrained, .skillsSetPin,
            .outsideRecordsEnter, .outsideRecordsCorrect, .outsideRecordsWithdraw, .outsideRecordsList,
            .outsideRecordsListOwn:
            true
        default: false
        }
    }
}

/// A method as one of its service.
package enum ServiceMethod: Sendable {
    case accounts(AccountsMethod)
    case attendance(AttendanceMethod)
    case bookings(BookingsMethod)
    case certificates(CertificatesMethod)
    case credits(CreditsMethod)
    case diagnostics(DiagnosticsMethod)
    case evaluations(EvaluationsMethod)
    case exams(ExamsMethod)
    case identity(IdentityMethod)
    case invoices(InvoicesMethod)
    case leaves(LeavesMethod)
    case ledger(LedgerMethod)
    case members(MembersMethod)
    case notices(NoticesMethod)
    case orders(OrdersMethod)
    case organisations(OrganisationsMethod)
    case outbox(OutboxMethod)
    case outsideRecords(OutsideRecordsMethod)
    case postReports(PostReportsMethod)
    case profiles(ProfilesMethod)
    case programmes(ProgrammesMethod)
    case projects(ProjectsMethod)
    case recruitment(RecruitmentMethod)
    case reports(ReportsMethod)
    case reviews(ReviewsMethod)
    case sittings(SittingsMethod)
    case skills(SkillsMethod)
    case sync(SyncMethod)
    case terminals(TerminalsMethod)
    case uploads(UploadsMethod)
    case worklist(WorklistMethod)
}

/// The methods of `Accounts`.
package enum AccountsMethod: Sendable {
    case login
    case resumeSession
    case logout
    case whoAmI
    case changePassword
    case createAccount
    case invite
    case terms
    case getChallenge
    case sendSmsCode
    case beginRegistration
    case register
    case recoverPassword
    case listSessions
    case revokeSession
    case changePhone
    case linkOutside
    case unlinkOutside
    case listLinks
    case loginOutside
    case closeAccount
    case listSmsOutbox
    case listAudit
    case askPhoneChange
    case createOrganisationAccount
    case openOrganisationLogin
    case addFirstResponsible
    case sendOrganisationCode
    case finishOrganisationLogin
    case listResponsible
    case addResponsible
    case removeResponsible
    case changeOrganisationPassword
    case listAccounts
    case getAccount
    case grantRole
    case revokeRole
    case disableAccount
    case enableAccount
    case resetPassword
    case inviteAgain
    case changeResponsible
}

/// The methods of `Attendance`.
package enum AttendanceMethod: Sendable {
    case venueCode
    case checkIn
    case listScans
    case analyse
    case suggestWindow
    case myAttendance
    case walkIn
    case listWalkIns
    case decideWalkIns
    case explain
    case explainOwn
}

/// The methods of `Bookings`.
package enum BookingsMethod: Sendable {
    case publishSession
    case getSession
    case browseSessions
    case describeBase
    case browseBases
    case book
    case cancelBooking
    case getBooking
    case myBookings
    case listBookings
    case myEntitlements
    case getPass
    case listDoublePlaces
    case keepDoublePlace
}

/// The methods of `Certificates`.
package enum CertificatesMethod: Sendable {
    case issue
    case issueOwn
    case add
    case correct
    case revoke
    case list
    case listOwn
    case getFile
    case getOwnFile
    case verify
    case get
    case issueCompletion
    case issueTrained
}

/// The methods of `Credits`.
package enum CreditsMethod: Sendable {
    case listEligible
    case awardCredit
    case reverseAward
    case listAwards
    case myCredits
    case export
    case remind
    case explainAward
    case explainOwnAward
    case enterCredit
    case checkAward
    case listDifferences
    case settleDifferences
    case awardInstructor
    case saveYearRule
    case removeYearRule
    case listYearRules
    case myCompliance
    case listCompliance
    case listUnitCompliance
    case excuseYear
}

/// The methods of `Diagnostics`.
package enum DiagnosticsMethod: Sendable {
    case echo
}

/// The methods of `Evaluations`.
package enum EvaluationsMethod: Sendable {
    case get
    case evaluate
    case myEvaluations
    case figures
    case texts
    case withdraw
    case listRuns
}

/// The methods of `Exams`.
package enum ExamsMethod: Sendable {
    case listScores
    case adjudicate
    case listQuarantinedMarks
    case admitMark
    case scoreHistory
    case saveQuestion
    case getQuestion
    case listQuestions
    case enableQuestions
    case deleteQuestion
    case questionHistory
    case exportQuestions
    case savePaper
    case getPaper
    case listPapers
    case openPaper
    case closePaper
    case setExamMinutes
}

/// The methods of `Identity`.
package enum IdentityMethod: Sendable {
    case submit
    case mine
    case getClaim
    case uploadPhoto
    case getPhoto
}

/// The methods of `Invoices`.
package enum InvoicesMethod: Sendable {
    case getBuyer
    case saveBuyer
    case apply
    case cancel
    case askVoid
    case listMine
    case show
    case list
    case issue
    case reject
    case void
    case keep
    case export
    case uploadFile
    case getFile
    case send
}

/// The methods of `Leaves`.
package enum LeavesMethod: Sendable {
    case requestLeave
    case cancelLeave
    case myLeave
    case listLeave
}

/// The methods of `Ledger`.
package enum LedgerMethod: Sendable {
    case beginStatement
    case addStatementRows
    case finishStatement
    case listStatements
    case listDifferences
    case settleDifferences
    case correct
    case closePeriod
    case listPeriods
    case showPeriod
    case exportPeriod
    case returnDifferences
}

/// The methods of `Members`.
package enum MembersMethod: Sendable {
    case add
    case list
    case confirm
    case end
    case join
    case leave
    case mine
}

/// The methods of `Notices`.
package enum NoticesMethod: Sendable {
    case listNotices
    case homeNotices
    case getNotice
    case publishNotice
    case editNotice
    case withdrawNotice
    case featureNotices
    case listManagedNotices
    case noticeHistory
    case addFavourite
    case removeFavourite
    case listFavourites
    case setSupportContact
    case getSupportContact
    case listSupportContacts
    case listMessages
    case claimMessages
    case markShown
}

/// The methods of `Orders`.
package enum OrdersMethod: Sendable {
    case listUnitPayments
    case takeBackUnitPayment
    case listLedger
    case trialBalance
    case setOrderNotice
    case openOrderNotice
    case placeOrder
    case payOrder
    case withdrawOrder
    case getOrder
    case myOrders
    case listOrders
    case askRefund
    case refundOrder
    case listRefunds
    case myRefunds
    case finishRefund
    case retryRefund
    case checkPayments
    case stopSelling
    case resumeSelling
    case listSellingStops
}

/// The methods of `Organisations`.
package enum OrganisationsMethod: Sendable {
    case createOrganisation
    case listOrganisations
    case changeOrganisation
    case getOrganisation
    case saveCatalogueEntry
    case listCatalogue
}

/// The methods of `Outbox`.
package enum OutboxMethod: Sendable {
    case listEntries
    case getEntry
    case retryEntry
    case dropEntry
}

/// The methods of `OutsideRecords`.
package enum OutsideRecordsMethod: Sendable {
    case enter
    case correct
    case withdraw
    case list
    case listOwn
}

/// The methods of `PostReports`.
package enum PostReportsMethod: Sendable {
    case save
    case delete
    case importAttendance
    case submit
    case supplement
    case get
    case list
    case listPeople
    case uploadDocument
    case removeDocument
    case getDocument
}

/// The methods of `Profiles`.
package enum ProfilesMethod: Sendable {
    case get
    case save
}

/// The methods of `Programmes`.
package enum ProgrammesMethod: Sendable {
    case createProgramme
    case changePolicy
    case listProgrammes
    case listPresets
    case setFee
    case listFees
}

/// The methods of `Projects`.
package enum ProjectsMethod: Sendable {
    case createProject
    case listProjects
    case createOffering
    case submitOffering
    case getOffering
    case listOfferings
    case listRoster
    case changeRosterEntry
    case swapRosterNumbers
    case removeRosterEntries
    case changeOffering
    case cancelOffering
    case deleteOffering
    case changeProject
    case listOfferingChanges
    case myTeaching
    case uploadDocument
    case getDocument
    case listDocuments
    case removeDocument
    case setProjectState
    case listRuns
    case linkNotice
    case rosterHistory
}

/// The methods of `Recruitment`.
package enum RecruitmentMethod: Sendable {
    case createCohort
    case listCohorts
    case createRound
    case changeRound
    case openRound
    case closeRound
    case getRound
    case listRounds
    case setQuota
    case listQuotas
    case saveApplication
    case submitApplication
    case withdrawApplication
    case declineAdmission
    case myApplications
    case getApplication
    case listApplications
    case assignApplications
    case admitApplications
    case releaseApplications
    case changeTraining
    case countAdmitted
    case exportAdmitted
    case removeCohort
    case removeRound
    case removeQuota
    case getSubmission
}

/// The methods of `Reports`.
package enum ReportsMethod: Sendable {
    case listRuns
    case listPeople
    case listUnits
    case getOwnStatement
    case drawFigure
}

/// The methods of `Reviews`.
package enum ReviewsMethod: Sendable {
    case listReviews
    case decideReviews
    case reviewHistory
    case ask
    case withdrawReview
    case myReviews
}

/// The methods of `Sittings`.
package enum SittingsMethod: Sendable {
    case startExam
    case getSitting
    case sittingQuestions
    case saveAnswer
    case submitExam
    case myExams
    case mySittings
    case complain
    case listSittings
    case showSitting
    case markAgain
    case grantExtraTime
}

/// The methods of `Skills`.
package enum SkillsMethod: Sendable {
    case saveChecklist
    case getChecklist
    case listChecklists
    case publishExam
    case browseExams
    case setPin
    case listResults
    case decide
    case book
    case myExams
}

/// The methods of `Sync`.
package enum SyncMethod: Sendable {
    case open
    case push
    case pull
    case listServerLogs
}

/// The methods of `Terminals`.
package enum TerminalsMethod: Sendable {
    case createEnrolmentCode
    case enrol
    case authenticate
    case listTerminals
    case revokeTerminal
    case raiseTerminal
}

/// The methods of `Uploads`.
package enum UploadsMethod: Sendable {
    case upload
    case template
    case getJob
    case listJobs
    case cancelJob
    case getJobFile
    case forgetAccounts
    case openUpload
    case sendUpload
    case undoJob
}

/// The methods of `Worklist`.
package enum WorklistMethod: Sendable {
    case listWork
    case showWork
    case decideWork
    case listConflicts
}

extension Method {
    package var inService: ServiceMethod {
        switch self {
        case .diagnosticsEcho: .diagnostics(.echo)
        case .accountsLogin: .accounts(.login)
        case .accountsResumeSession: .accounts(.resumeSession)
        case .accountsLogout: .accounts(.logout)
        case .accountsWhoAmI: .accounts(.whoAmI)
        case .accountsChangePassword: .accounts(.changePassword)
        case .accountsCreateAccount: .accounts(.createAccount)
        case .accountsInvite: .accounts(.invite)
        case .accountsTerms: .accounts(.terms)
        case .accountsGetChallenge: .accounts(.getChallenge)
        case .accountsSendSmsCode: .accounts(.sendSmsCode)
        case .accountsBeginRegistration: .accounts(.beginRegistration)
        case .accountsRegister: .accounts(.register)
        case .accountsRecoverPassword: .accounts(.recoverPassword)
        case .accountsListSessions: .accounts(.listSessions)
        case .accountsRevokeSession: .accounts(.revokeSession)
        case .accountsChangePhone: .accounts(.changePhone)
        case .accountsLinkOutside: .accounts(.linkOutside)
        case .accountsUnlinkOutside: .accounts(.unlinkOutside)
        case .accountsListLinks: .accounts(.listLinks)
        case .accountsLoginOutside: .accounts(.loginOutside)
        case .accountsCloseAccount: .accounts(.closeAccount)
        case .accountsListSmsOutbox: .accounts(.listSmsOutbox)
        case .accountsListAudit: .accounts(.listAudit)
        case .accountsAskPhoneChange: .accounts(.askPhoneChange)
        case .accountsCreateOrganisationAccount: .accounts(.createOrganisationAccount)
        case .accountsOpenOrganisationLogin: .accounts(.openOrganisationLogin)
        case .accountsAddFirstResponsible: .accounts(.addFirstResponsible)
        case .accountsSendOrganisationCode: .accounts(.sendOrganisationCode)
        case .accountsFinishOrganisationLogin: .accounts(.finishOrganisationLogin)
        case .accountsListResponsible: .accounts(.listResponsible)
        case .accountsAddResponsible: .accounts(.addResponsible)
        case .accountsRemoveResponsible: .accounts(.removeResponsible)
        case .accountsChangeOrganisationPassword: .accounts(.changeOrganisationPassword)
        case .accountsListAccounts: .accounts(.listAccounts)
        case .accountsGetAccount: .accounts(.getAccount)
        case .accountsGrantRole: .accounts(.grantRole)
        case .accountsRevokeRole: .accounts(.revokeRole)
        case .accountsDisableAccount: .accounts(.disableAccount)
        case .accountsEnableAccount: .accounts(.enableAccount)
        case .accountsResetPassword: .accounts(.resetPassword)
        case .accountsInviteAgain: .accounts(.inviteAgain)
        case .accountsChangeResponsible: .accounts(.changeResponsible)
        case .organisationsCreateOrganisation: .organisations(.createOrganisation)
        case .organisationsListOrganisations: .organisations(.listOrganisations)
        case .organisationsChangeOrganisation: .organisations(.changeOrganisation)
        case .organisationsGetOrganisation: .organisations(.getOrganisation)
        case .organisationsSaveCatalogueEntry: .organisations(.saveCatalogueEntry)
        case .organisationsListCatalogue: .organisations(.listCatalogue)
        case .programmesCreateProgramme: .programmes(.createProgramme)
        case .programmesChangePolicy: .programmes(.changePolicy)
        case .programmesListProgrammes: .programmes(.listProgrammes)
        case .programmesListPresets: .programmes(.listPresets)
        case .programmesSetFee: .programmes(.setFee)
        case .programmesListFees: .programmes(.listFees)
        case .projectsCreateProject: .projects(.createProject)
        case .projectsListProjects: .projects(.listProjects)
        case .projectsCreateOffering: .projects(.createOffering)
        case .projectsSubmitOffering: .projects(.submitOffering)
        case .projectsGetOffering: .projects(.getOffering)
        case .projectsListOfferings: .projects(.listOfferings)
        case .projectsListRoster: .projects(.listRoster)
        case .projectsChangeRosterEntry: .projects(.changeRosterEntry)
        case .projectsSwapRosterNumbers: .projects(.swapRosterNumbers)
        case .projectsRemoveRosterEntries: .projects(.removeRosterEntries)
        case .projectsChangeOffering: .projects(.changeOffering)
        case .projectsCancelOffering: .projects(.cancelOffering)
        case .projectsDeleteOffering: .projects(.deleteOffering)
        case .projectsChangeProject: .projects(.changeProject)
        case .projectsListOfferingChanges: .projects(.listOfferingChanges)
        case .projectsMyTeaching: .projects(.myTeaching)
        case .projectsUploadDocument: .projects(.uploadDocument)
        case .projectsGetDocument: .projects(.getDocument)
        case .projectsListDocuments: .projects(.listDocuments)
        case .projectsRemoveDocument: .projects(.removeDocument)
        case .projectsSetProjectState: .projects(.setProjectState)
        case .projectsListRuns: .projects(.listRuns)
        case .projectsLinkNotice: .projects(.linkNotice)
        case .projectsRosterHistory: .projects(.rosterHistory)
        case .uploadsUpload: .uploads(.upload)
        case .uploadsTemplate: .uploads(.template)
        case .uploadsGetJob: .uploads(.getJob)
        case .uploadsListJobs: .uploads(.listJobs)
        case .uploadsCancelJob: .uploads(.cancelJob)
        case .uploadsGetJobFile: .uploads(.getJobFile)
        case .uploadsForgetAccounts: .uploads(.forgetAccounts)
        case .uploadsOpenUpload: .uploads(.openUpload)
        case .uploadsSendUpload: .uploads(.sendUpload)
        case .uploadsUndoJob: .uploads(.undoJob)
        case .terminalsCreateEnrolmentCode: .terminals(.createEnrolmentCode)
        case .terminalsEnrol: .terminals(.enrol)
        case .terminalsAuthenticate: .terminals(.authenticate)
        case .terminalsListTerminals: .terminals(.listTerminals)
        case .terminalsRevokeTerminal: .terminals(.revokeTerminal)
        case .terminalsRaiseTerminal: .terminals(.raiseTerminal)
        case .syncOpen: .sync(.open)
        case .syncPush: .sync(.push)
        case .syncPull: .sync(.pull)
        case .syncListServerLogs: .sync(.listServerLogs)
        case .attendanceVenueCode: .attendance(.venueCode)
        case .attendanceCheckIn: .attendance(.checkIn)
        case .attendanceListScans: .attendance(.listScans)
        case .attendanceAnalyse: .attendance(.analyse)
        case .attendanceSuggestWindow: .attendance(.suggestWindow)
        case .attendanceMyAttendance: .attendance(.myAttendance)
        case .attendanceWalkIn: .attendance(.walkIn)
        case .attendanceListWalkIns: .attendance(.listWalkIns)
        case .attendanceDecideWalkIns: .attendance(.decideWalkIns)
        case .attendanceExplain: .attendance(.explain)
        case .attendanceExplainOwn: .attendance(.explainOwn)
        case .examsListScores: .exams(.listScores)
        case .examsAdjudicate: .exams(.adjudicate)
        case .examsListQuarantinedMarks: .exams(.listQuarantinedMarks)
        case .examsAdmitMark: .exams(.admitMark)
        case .examsScoreHistory: .exams(.scoreHistory)
        case .examsSaveQuestion: .exams(.saveQuestion)
        case .examsGetQuestion: .exams(.getQuestion)
        case .examsListQuestions: .exams(.listQuestions)
        case .examsEnableQuestions: .exams(.enableQuestions)
        case .examsDeleteQuestion: .exams(.deleteQuestion)
        case .examsQuestionHistory: .exams(.questionHistory)
        case .examsExportQuestions: .exams(.exportQuestions)
        case .examsSavePaper: .exams(.savePaper)
        case .examsGetPaper: .exams(.getPaper)
        case .examsListPapers: .exams(.listPapers)
        case .examsOpenPaper: .exams(.openPaper)
        case .examsClosePaper: .exams(.closePaper)
        case .examsSetExamMinutes: .exams(.setExamMinutes)
        case .creditsListEligible: .credits(.listEligible)
        case .creditsAwardCredit: .credits(.awardCredit)
        case .creditsReverseAward: .credits(.reverseAward)
        case .creditsListAwards: .credits(.listAwards)
        case .creditsMyCredits: .credits(.myCredits)
        case .creditsExport: .credits(.export)
        case .creditsRemind: .credits(.remind)
        case .creditsExplainAward: .credits(.explainAward)
        case .creditsExplainOwnAward: .credits(.explainOwnAward)
        case .creditsEnterCredit: .credits(.enterCredit)
        case .creditsCheckAward: .credits(.checkAward)
        case .creditsListDifferences: .credits(.listDifferences)
        case .creditsSettleDifferences: .credits(.settleDifferences)
        case .creditsAwardInstructor: .credits(.awardInstructor)
        case .creditsSaveYearRule: .credits(.saveYearRule)
        case .creditsRemoveYearRule: .credits(.removeYearRule)
        case .creditsListYearRules: .credits(.listYearRules)
        case .creditsMyCompliance: .credits(.myCompliance)
        case .creditsListCompliance: .credits(.listCompliance)
        case .creditsListUnitCompliance: .credits(.listUnitCompliance)
        case .creditsExcuseYear: .credits(.excuseYear)
        case .reviewsListReviews: .reviews(.listReviews)
        case .reviewsDecideReviews: .reviews(.decideReviews)
        case .reviewsReviewHistory: .reviews(.reviewHistory)
        case .reviewsAsk: .reviews(.ask)
        case .reviewsWithdrawReview: .reviews(.withdrawReview)
        case .reviewsMyReviews: .reviews(.myReviews)
        case .recruitmentCreateCohort: .recruitment(.createCohort)
        case .recruitmentListCohorts: .recruitment(.listCohorts)
        case .recruitmentCreateRound: .recruitment(.createRound)
        case .recruitmentChangeRound: .recruitment(.changeRound)
        case .recruitmentOpenRound: .recruitment(.openRound)
        case .recruitmentCloseRound: .recruitment(.closeRound)
        case .recruitmentGetRound: .recruitment(.getRound)
        case .recruitmentListRounds: .recruitment(.listRounds)
        case .recruitmentSetQuota: .recruitment(.setQuota)
        case .recruitmentListQuotas: .recruitment(.listQuotas)
        case .recruitmentSaveApplication: .recruitment(.saveApplication)
        case .recruitmentSubmitApplication: .recruitment(.submitApplication)
        case .recruitmentWithdrawApplication: .recruitment(.withdrawApplication)
        case .recruitmentDeclineAdmission: .recruitment(.declineAdmission)
        case .recruitmentMyApplications: .recruitment(.myApplications)
        case .recruitmentGetApplication: .recruitment(.getApplication)
        case .recruitmentListApplications: .recruitment(.listApplications)
        case .recruitmentAssignApplications: .recruitment(.assignApplications)
        case .recruitmentAdmitApplications: .recruitment(.admitApplications)
        case .recruitmentReleaseApplications: .recruitment(.releaseApplications)
        case .recruitmentChangeTraining: .recruitment(.changeTraining)
        case .recruitmentCountAdmitted: .recruitment(.countAdmitted)
        case .recruitmentExportAdmitted: .recruitment(.exportAdmitted)
        case .recruitmentRemoveCohort: .recruitment(.removeCohort)
        case .recruitmentRemoveRound: .recruitment(.removeRound)
        case .recruitmentRemoveQuota: .recruitment(.removeQuota)
        case .recruitmentGetSubmission: .recruitment(.getSubmission)
        case .leavesRequestLeave: .leaves(.requestLeave)
        case .leavesCancelLeave: .leaves(.cancelLeave)
        case .leavesMyLeave: .leaves(.myLeave)
        case .leavesListLeave: .leaves(.listLeave)
        case .noticesListNotices: .notices(.listNotices)
        case .noticesHomeNotices: .notices(.homeNotices)
        case .noticesGetNotice: .notices(.getNotice)
        case .noticesPublishNotice: .notices(.publishNotice)
        case .noticesEditNotice: .notices(.editNotice)
        case .noticesWithdrawNotice: .notices(.withdrawNotice)
        case .noticesFeatureNotices: .notices(.featureNotices)
        case .noticesListManagedNotices: .notices(.listManagedNotices)
        case .noticesNoticeHistory: .notices(.noticeHistory)
        case .noticesAddFavourite: .notices(.addFavourite)
        case .noticesRemoveFavourite: .notices(.removeFavourite)
        case .noticesListFavourites: .notices(.listFavourites)
        case .noticesSetSupportContact: .notices(.setSupportContact)
        case .noticesGetSupportContact: .notices(.getSupportContact)
        case .noticesListSupportContacts: .notices(.listSupportContacts)
        case .noticesListMessages: .notices(.listMessages)
        case .noticesClaimMessages: .notices(.claimMessages)
        case .noticesMarkShown: .notices(.markShown)
        case .identitySubmit: .identity(.submit)
        case .identityMine: .identity(.mine)
        case .identityGetClaim: .identity(.getClaim)
        case .identityUploadPhoto: .identity(.uploadPhoto)
        case .identityGetPhoto: .identity(.getPhoto)
        case .profilesGet: .profiles(.get)
        case .profilesSave: .profiles(.save)
        case .membersAdd: .members(.add)
        case .membersList: .members(.list)
        case .membersConfirm: .members(.confirm)
        case .membersEnd: .members(.end)
        case .membersJoin: .members(.join)
        case .membersLeave: .members(.leave)
        case .membersMine: .members(.mine)
        case .outboxListEntries: .outbox(.listEntries)
        case .outboxGetEntry: .outbox(.getEntry)
        case .outboxRetryEntry: .outbox(.retryEntry)
        case .outboxDropEntry: .outbox(.dropEntry)
        case .bookingsPublishSession: .bookings(.publishSession)
        case .bookingsGetSession: .bookings(.getSession)
        case .bookingsBrowseSessions: .bookings(.browseSessions)
        case .bookingsDescribeBase: .bookings(.describeBase)
        case .bookingsBrowseBases: .bookings(.browseBases)
        case .bookingsBook: .bookings(.book)
        case .bookingsCancelBooking: .bookings(.cancelBooking)
        case .bookingsGetBooking: .bookings(.getBooking)
        case .bookingsMyBookings: .bookings(.myBookings)
        case .bookingsListBookings: .bookings(.listBookings)
        case .bookingsMyEntitlements: .bookings(.myEntitlements)
        case .bookingsGetPass: .bookings(.getPass)
        case .bookingsListDoublePlaces: .bookings(.listDoublePlaces)
        case .bookingsKeepDoublePlace: .bookings(.keepDoublePlace)
        case .ordersListUnitPayments: .orders(.listUnitPayments)
        case .ordersTakeBackUnitPayment: .orders(.takeBackUnitPayment)
        case .ordersListLedger: .orders(.listLedger)
        case .ordersTrialBalance: .orders(.trialBalance)
        case .ordersSetOrderNotice: .orders(.setOrderNotice)
        case .ordersOpenOrderNotice: .orders(.openOrderNotice)
        case .ordersPlaceOrder: .orders(.placeOrder)
        case .ordersPayOrder: .orders(.payOrder)
        case .ordersWithdrawOrder: .orders(.withdrawOrder)
        case .ordersGetOrder: .orders(.getOrder)
        case .ordersMyOrders: .orders(.myOrders)
        case .ordersListOrders: .orders(.listOrders)
        case .ordersAskRefund: .orders(.askRefund)
        case .ordersRefundOrder: .orders(.refundOrder)
        case .ordersListRefunds: .orders(.listRefunds)
        case .ordersMyRefunds: .orders(.myRefunds)
        case .ordersFinishRefund: .orders(.finishRefund)
        case .ordersRetryRefund: .orders(.retryRefund)
        case .ordersCheckPayments: .orders(.checkPayments)
        case .ordersStopSelling: .orders(.stopSelling)
        case .ordersResumeSelling: .orders(.resumeSelling)
        case .ordersListSellingStops: .orders(.listSellingStops)
        case .invoicesGetBuyer: .invoices(.getBuyer)
        case .invoicesSaveBuyer: .invoices(.saveBuyer)
        case .invoicesApply: .invoices(.apply)
        case .invoicesCancel: .invoices(.cancel)
        case .invoicesAskVoid: .invoices(.askVoid)
        case .invoicesListMine: .invoices(.listMine)
        case .invoicesShow: .invoices(.show)
        case .invoicesList: .invoices(.list)
        case .invoicesIssue: .invoices(.issue)
        case .invoicesReject: .invoices(.reject)
        case .invoicesVoid: .invoices(.void)
        case .invoicesKeep: .invoices(.keep)
        case .invoicesExport: .invoices(.export)
        case .invoicesUploadFile: .invoices(.uploadFile)
        case .invoicesGetFile: .invoices(.getFile)
        case .invoicesSend: .invoices(.send)
        case .worklistListWork: .worklist(.listWork)
        case .worklistShowWork: .worklist(.showWork)
        case .worklistDecideWork: .worklist(.decideWork)
        case .worklistListConflicts: .worklist(.listConflicts)
        case .ledgerBeginStatement: .ledger(.beginStatement)
        case .ledgerAddStatementRows: .ledger(.addStatementRows)
        case .ledgerFinishStatement: .ledger(.finishStatement)
        case .ledgerListStatements: .ledger(.listStatements)
        case .ledgerListDifferences: .ledger(.listDifferences)
        case .ledgerSettleDifferences: .ledger(.settleDifferences)
        case .ledgerCorrect: .ledger(.correct)
        case .ledgerClosePeriod: .ledger(.closePeriod)
        case .ledgerListPeriods: .ledger(.listPeriods)
        case .ledgerShowPeriod: .ledger(.showPeriod)
        case .ledgerExportPeriod: .ledger(.exportPeriod)
        case .ledgerReturnDifferences: .ledger(.returnDifferences)
        case .sittingsStartExam: .sittings(.startExam)
        case .sittingsGetSitting: .sittings(.getSitting)
        case .sittingsSittingQuestions: .sittings(.sittingQuestions)
        case .sittingsSaveAnswer: .sittings(.saveAnswer)
        case .sittingsSubmitExam: .sittings(.submitExam)
        case .sittingsMyExams: .sittings(.myExams)
        case .sittingsMySittings: .sittings(.mySittings)
        case .sittingsComplain: .sittings(.complain)
        case .sittingsListSittings: .sittings(.listSittings)
        case .sittingsShowSitting: .sittings(.showSitting)
        case .sittingsMarkAgain: .sittings(.markAgain)
        case .sittingsGrantExtraTime: .sittings(.grantExtraTime)
        case .certificatesIssue: .certificates(.issue)
        case .certificatesIssueOwn: .certificates(.issueOwn)
        case .certificatesAdd: .certificates(.add)
        case .certificatesCorrect: .certificates(.correct)
        case .certificatesRevoke: .certificates(.revoke)
        case .certificatesList: .certificates(.list)
        case .certificatesListOwn: .certificates(.listOwn)
        case .certificatesGetFile: .certificates(.getFile)
        case .certificatesGetOwnFile: .certificates(.getOwnFile)
        case .certificatesVerify: .certificates(.verify)
        case .certificatesGet: .certificates(.get)
        case .certificatesIssueCompletion: .certificates(.issueCompletion)
        case .certificatesIssueTrained: .certificates(.issueTrained)
        case .skillsSaveChecklist: .skills(.saveChecklist)
        case .skillsGetChecklist: .skills(.getChecklist)
        case .skillsListChecklists: .skills(.listChecklists)
        case .skillsPublishExam: .skills(.publishExam)
        case .skillsBrowseExams: .skills(.browseExams)
        case .skillsSetPin: .skills(.setPin)
        case .skillsListResults: .skills(.listResults)
        case .skillsDecide: .skills(.decide)
        case .skillsBook: .skills(.book)
        case .skillsMyExams: .skills(.myExams)
        case .evaluationsGet: .evaluations(.get)
        case .evaluationsEvaluate: .evaluations(.evaluate)
        case .evaluationsMyEvaluations: .evaluations(.myEvaluations)
        case .evaluationsFigures: .evaluations(.figures)
        case .evaluationsTexts: .evaluations(.texts)
        case .evaluationsWithdraw: .evaluations(.withdraw)
        case .evaluationsListRuns: .evaluations(.listRuns)
        case .postReportsSave: .postReports(.save)
        case .postReportsDelete: .postReports(.delete)
        case .postReportsImportAttendance: .postReports(.importAttendance)
        case .postReportsSubmit: .postReports(.submit)
        case .postReportsSupplement: .postReports(.supplement)
        case .postReportsGet: .postReports(.get)
        case .postReportsList: .postReports(.list)
        case .postReportsListPeople: .postReports(.listPeople)
        case .postReportsUploadDocument: .postReports(.uploadDocument)
        case .postReportsRemoveDocument: .postReports(.removeDocument)
        case .postReportsGetDocument: .postReports(.getDocument)
        case .reportsListRuns: .reports(.listRuns)
        case .reportsListPeople: .reports(.listPeople)
        case .reportsListUnits: .reports(.listUnits)
        case .reportsGetOwnStatement: .reports(.getOwnStatement)
        case .reportsDrawFigure: .reports(.drawFigure)
        case .outsideRecordsEnter: .outsideRecords(.enter)
        case .outsideRecordsCorrect: .outsideRecords(.correct)
        case .outsideRecordsWithdraw: .outsideRecords(.withdraw)
        case .outsideRecordsList: .outsideRecords(.list)
        case .outsideRecordsListOwn: .outsideRecords(.listOwn)
        }
    }
}
