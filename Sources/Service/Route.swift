package import Application
package import Messages

extension Service {
    /// The table of all handlers: the compiler requires a line for every `rpc`.
    package func route(_ method: Method) -> Route {
        switch method {
        case .diagnosticsEcho: .immediate { (request: EchoRequest) in EchoReply(body: request.body) }

        case .accountsLogin:
            .slow(
                line: \.subject.line, load: accounts.loadLogin, work: accounts.checkLogin, commit: accounts.finishLogin)
        case .accountsResumeSession: .checked(accounts.resumeSession)
        case .accountsLogout: .write(accounts.logout)
        case .accountsWhoAmI: .lookUp(accounts.whoAmI)
        case .accountsChangePassword:
            .slow(load: accounts.loadPasswordChange, work: accounts.hashPasswordChange, commit: accounts.changePassword)
        case .accountsCreateAccount: .write(accounts.createAccount)
        case .accountsInvite: .write(accounts.invite)
        case .accountsInviteAgain: .write(accounts.inviteAgain)
        case .accountsListAccounts: .read(accounts.listAccounts)
        case .accountsGetAccount: .read(accounts.getAccount)
        case .accountsGrantRole: .write(accounts.grantRole)
        case .accountsRevokeRole: .write(accounts.revokeRole)
        case .accountsDisableAccount: .write(accounts.disableAccount)
        case .accountsEnableAccount: .write(accounts.enableAccount)
        case .accountsResetPassword: .write(accounts.resetPassword)
        case .accountsTerms: .read(accounts.terms)
        case .accountsGetChallenge: .read(accounts.getChallenge)
        case .accountsSendSmsCode:
            .checked(first: { [accounts] in try accounts.checkSolution($0.solution, $1) }, accounts.sendSmsCode)
        case .accountsBeginRegistration:
            .checked(first: { [accounts] in try accounts.checkSolution($0.solution, $1) }, accounts.beginRegistration)
        case .accountsRegister:
            .slow(
                load: accounts.loadRegistration, ask: accounts.askAboutRegistration, work: accounts.hashRegistration,
                commit: accounts.register)
        case .accountsRecoverPassword:
            .slow(load: accounts.loadRecovery, work: accounts.hashRecovery, commit: accounts.recoverPassword)
        case .accountsListSessions: .read(sessions.listSessions)
        case .accountsRevokeSession: .write(sessions.revokeSession)
        case .accountsChangePhone: .write(accounts.changePhone)
        case .accountsAskPhoneChange: .write(accounts.askPhoneChange)
        case .accountsLinkOutside:
            .slow(in: .gateways, load: accounts.loadLink, work: accounts.askProvider, commit: accounts.linkOutside)
        case .accountsUnlinkOutside: .write(accounts.unlinkOutside)
        case .accountsListLinks: .read(accounts.listLinks)
        case .accountsLoginOutside:
            .slow(
                in: .gateways, load: accounts.loadOutsideLogin, work: accounts.askProvider,
                commit: accounts.loginOutside)
        case .accountsCloseAccount:
            .slow(load: forgetting.loadClosing, work: forgetting.checkClosing, commit: forgetting.closeAccount)
        case .accountsListSmsOutbox: .recorded(accounts.listSmsOutbox)
        case .outboxListEntries: .read(outboxes.listOutboxEntries)
        case .outboxGetEntry: .read(outboxes.getOutboxEntry)
        case .outboxRetryEntry: .write(outboxes.retryOutboxEntry)
        case .outboxDropEntry: .write(outboxes.dropOutboxEntry)
        case .accountsListAudit: .read(accounts.listAudit)
        case .accountsCreateOrganisationAccount: .write(accounts.createOrganisationAccount)
        case .accountsOpenOrganisationLogin:
            .slow(
                line: \.subject.line, load: accounts.loadOrganisationLogin, work: accounts.checkOrganisationLogin,
                commit: accounts.openOrganisationLogin)
        case .accountsAddFirstResponsible:
            .checked(
                first: { [accounts] in _ = try accounts.organisationAccount(ticket: $0.ticket, $1.snapshot, now: $1.now)
                },
                accounts.addFirstResponsible)
        case .accountsSendOrganisationCode:
            .checked(
                first: { [accounts] in try accounts.checkSolution($0.solution, $1) }, accounts.sendOrganisationCode)
        case .accountsFinishOrganisationLogin:
            .slow(
                load: accounts.loadOrganisationFinish, work: accounts.hashOrganisationFinish,
                commit: accounts.finishOrganisationLogin)
        case .accountsListResponsible: .read(accounts.listResponsible)
        case .accountsAddResponsible: .write(accounts.addResponsible)
        case .accountsRemoveResponsible: .write(accounts.removeResponsible)
        case .accountsChangeResponsible: .write(accounts.changeResponsible)
        case .accountsChangeOrganisationPassword:
            .slow(
                load: accounts.loadOrganisationPassword, work: accounts.hashOrganisationPassword,
                commit: accounts.changeOrganisationPassword)

        case .identitySubmit:
            .slow(
                in: .gateways, load: identities.loadIdentity, work: identities.askIdentityProvider,
                commit: identities.submitIdentity)
        case .identityMine: .read(identities.myIdentity)
        case .identityGetClaim: .read(identities.getClaim)
        case .identityUploadPhoto: .exchange(identities.uploadPhoto)
        case .identityGetPhoto: .pages(identities.getPhoto)
        case .profilesGet: .read(identities.getProfile)
        case .profilesSave: .write(identities.saveProfile)
        case .membersAdd: .write(identities.addTrainee)
        case .membersList: .read(identities.listMembers)
        case .membersConfirm: .write(identities.confirmMembers)
        case .membersEnd: .write(identities.endMembers)
        case .membersJoin: .write(identities.joinUnit)
        case .membersLeave: .write(identities.leaveUnit)
        case .membersMine: .read(identities.myUnits)

        case .organisationsCreateOrganisation: .write(organisations.createOrganisation)
        case .organisationsListOrganisations: .read(organisations.listOrganisations)
        case .organisationsChangeOrganisation: .write(organisations.changeOrganisation)
        case .organisationsGetOrganisation: .read(organisations.getOrganisation)
        case .organisationsSaveCatalogueEntry: .write(organisations.saveCatalogueEntry)
        case .organisationsListCatalogue: .read(organisations.listCatalogue)

        case .reviewsListReviews: .lookUp(reviews.listReviews)
        case .reviewsDecideReviews: .write(decideReviews)
        case .reviewsReviewHistory: .read(reviews.reviewHistory)

        case .programmesCreateProgramme: .write(programmes.createProgramme)
        case .programmesChangePolicy: .write(programmes.changePolicy)
        case .programmesListProgrammes: .read(programmes.listProgrammes)
        case .programmesListPresets: .read(programmes.listPresets)

        case .projectsCreateProject: .write(projects.createProject)
        case .projectsListProjects: .read(projects.listProjects)
        case .projectsCreateOffering: .write(projects.createOffering)
        case .projectsSubmitOffering: .write(projects.submitOffering)
        case .projectsGetOffering: .read(projects.getOffering)
        case .projectsListOfferings: .read(projects.listOfferings)
        case .projectsListRoster: .read(projects.listRoster)
        case .projectsChangeRosterEntry: .write(rosters.changeRosterEntry)
        case .projectsSwapRosterNumbers: .write(rosters.swapRosterNumbers)
        case .projectsRemoveRosterEntries: .write(rosters.removeRosterEntries)
        case .projectsChangeOffering:
            .write { [projects, skills] (request: ChangeOfferingRequest, context) in
                let reply = try projects.changeOffering(request, context)
                if let offering = request.offering { try skills.follow(offering.id, context) }
                return reply
            }
        case .projectsCancelOffering:
            .write { [projects, bookings] request, context in
                let reply = try projects.cancelOffering(request, context)
                try bookings.callOff(request.offering, context.transaction)
                return reply
            }
        case .projectsDeleteOffering: .write(projects.deleteOffering)
        case .projectsChangeProject: .write(projects.changeProject)
        case .projectsUploadDocument: .exchange(projects.uploadDocument)
        case .projectsGetDocument: .pages(projects.getDocument)
        case .projectsListDocuments: .read(projects.listDocuments)
        case .projectsRemoveDocument: .write(projects.removeDocument)
        case .projectsSetProjectState: .write(projects.setProjectState)
        case .projectsListRuns: .read(projects.listRuns)
        case .projectsLinkNotice: .write(projects.linkNotice)
        case .projectsMyTeaching: .read(projects.myTeaching)
        case .projectsListOfferingChanges: .read(projects.listOfferingChanges)

        case .recruitmentCreateCohort: .write(recruitment.createCohort)
        case .recruitmentListCohorts: .read(recruitment.listCohorts)
        case .recruitmentCreateRound: .write(recruitment.createRound)
        case .recruitmentChangeRound: .write(recruitment.changeRound)
        case .recruitmentOpenRound: .write(recruitment.openRound)
        case .recruitmentCloseRound: .write(recruitment.closeRound)
        case .recruitmentGetRound: .read(recruitment.getRound)
        case .recruitmentListRounds: .read(recruitment.listRounds)
        case .recruitmentSetQuota: .write(recruitment.setQuota)
        case .recruitmentListQuotas: .read(recruitment.listQuotas)
        case .recruitmentSaveApplication: .write(recruitment.saveApplication)
        case .recruitmentSubmitApplication: .write(recruitment.submitApplication)
        case .recruitmentWithdrawApplication: .write(recruitment.withdrawApplication)
        case .recruitmentDeclineAdmission: .write(recruitment.declineAdmission)
        case .recruitmentMyApplications: .lookUp(recruitment.myApplications)
        case .recruitmentGetApplication: .lookUp(recruitment.getApplication)
        case .recruitmentListApplications: .lookUp(recruitment.listApplications)
        case .recruitmentAssignApplications: .write(recruitment.assignApplications)
        case .recruitmentAdmitApplications: .write(recruitment.admitApplications)
        case .recruitmentReleaseApplications: .write(recruitment.releaseApplications)
        case .recruitmentChangeTraining: .write(recruitment.changeTraining)
        case .recruitmentCountAdmitted: .read(recruitment.countAdmitted)
        case .recruitmentExportAdmitted: .pages(recruitment.exportAdmitted)
        case .recruitmentGetSubmission: .read(recruitment.getSubmission)
        case .recruitmentRemoveCohort: .write(recruitment.removeCohort)
        case .recruitmentRemoveRound: .write(recruitment.removeRound)
        case .recruitmentRemoveQuota: .write(recruitment.removeQuota)

        case .uploadsUpload: .exchange(uploads.upload)
        case .uploadsTemplate: .read(uploads.template)
        case .uploadsGetJob: .exchange(uploads.getJob)
        case .uploadsListJobs: .read(uploads.listJobs)
        case .uploadsCancelJob: .write(uploads.cancelJob)
        case .uploadsGetJobFile: .pages(uploads.getJobFile)
        case .uploadsForgetAccounts: .write(uploads.forgetAccounts)

        case .terminalsCreateEnrolmentCode: .write(terminals.createEnrolmentCode)
        case .terminalsEnrol: .checked(terminals.enrol)
        case .terminalsAuthenticate: .checked(terminals.authenticate)
        case .terminalsListTerminals: .read(terminals.listTerminals)
        case .terminalsRaiseTerminal: .write(terminals.raiseTerminal)
        case .terminalsRevokeTerminal: .write(terminals.revokeTerminal)

        case .syncOpen: .checked(sync.openLogs)
        case .syncPush: .exchange(sync.push)
        case .syncPull: .pages(sync.pull)
        case .syncListServerLogs: .read(sync.listServerLogs)

        case .attendanceVenueCode: .read(checkIns.venueCode)
        case .attendanceCheckIn: .write(reading: checkIns.readCode, checkIns.checkIn)
        case .attendanceListScans: .read(checkIns.listScans)
        case .attendanceAnalyse: .read(checkIns.analyse)
        case .attendanceSuggestWindow: .read(checkIns.suggestWindow)
        case .attendanceMyAttendance: .read(credits.myAttendance)

        case .worklistListWork: .read(worklist.listWork)
        case .worklistShowWork: .read(worklist.showWork)
        case .worklistDecideWork: .checked(worklist.decideWork)

        case .examsListScores: .read(exams.listScores)
        case .examsAdjudicate: .write(exams.adjudicate)
        case .examsListQuarantinedMarks: .read(exams.listQuarantinedMarks)
        case .examsAdmitMark: .write(exams.admitMark)
        case .examsScoreHistory: .read(exams.scoreHistory)
        case .examsSaveQuestion: .write(exams.saveQuestion)
        case .examsGetQuestion: .read(exams.getQuestion)
        case .examsListQuestions: .read(exams.listQuestions)
        case .examsEnableQuestions: .write(exams.enableQuestions)
        case .examsDeleteQuestion: .write(exams.deleteQuestion)
        case .examsQuestionHistory: .read(exams.questionHistory)
        case .examsExportQuestions: .pages(exams.exportQuestions)
        case .examsSavePaper: .write(exams.savePaper)
        case .examsGetPaper: .read(exams.getPaper)
        case .examsListPapers: .read(exams.listPapers)
        case .examsOpenPaper: .write(exams.openPaper)
        case .examsClosePaper: .write(exams.closePaper)
        case .examsSetExamMinutes: .write(exams.setExamMinutes)

        case .sittingsStartExam: .write(sittings.startExam)
        case .sittingsGetSitting: .read(sittings.getSitting)
        case .sittingsSittingQuestions: .read(sittings.sittingQuestions)
        case .sittingsSaveAnswer: .write(sittings.saveAnswer)
        case .sittingsSubmitExam: .write(sittings.submitExam)
        case .sittingsMyExams: .read(sittings.myExams)
        case .sittingsMySittings: .read(sittings.mySittings)
        case .sittingsComplain: .write(sittings.complain)
        case .sittingsListSittings: .read(sittings.listSittings)
        case .sittingsShowSitting: .read(sittings.showSitting)
        case .sittingsMarkAgain: .write(sittings.markAgain)
        case .sittingsGrantExtraTime: .write(sittings.grantExtraTime)

        case .skillsSaveChecklist: .write(skills.saveChecklist)
        case .skillsGetChecklist: .read(skills.getChecklist)
        case .skillsListChecklists: .read(skills.listChecklists)
        case .skillsPublishExam: .write(skills.publishExam)
        case .skillsBrowseExams: .read(skills.browseExams)
        case .skillsSetPin: .slow(load: skills.loadPIN, work: skills.hashPIN, commit: skills.setPIN)
        case .skillsListResults: .read(skills.listResults)
        case .skillsDecide: .write(skills.decideSheet)
        case .skillsBook: .write(skills.book)
        case .skillsMyExams: .read(skills.myExams)

        case .certificatesIssue: .write(certificates.issueCertificates)
        case .certificatesIssueOwn: .write(certificates.issueOwnCertificates)
        case .certificatesAdd: .write(certificates.addCertificate)
        case .certificatesCorrect: .write(certificates.correctCertificate)
        case .certificatesRevoke: .write(certificates.revokeCertificate)
        case .certificatesList: .read(certificates.listCertificates)
        case .certificatesListOwn: .read(certificates.listOwnCertificates)
        case .certificatesGetFile: .worked(in: .files, load: certificates.loadFile, work: certificates.draw)
        case .certificatesGetOwnFile: .worked(in: .files, load: certificates.loadOwnFile, work: certificates.draw)
        case .certificatesVerify: .read(certificates.verifyCertificate)

        case .evaluationsGet: .read(evaluations.getEvaluation)
        case .evaluationsEvaluate: .write(evaluations.evaluate)
        case .evaluationsMyEvaluations: .read(evaluations.myEvaluations)
        case .evaluationsFigures: .read(evaluations.evaluationFigures)
        case .evaluationsTexts: .read(evaluations.evaluationTexts)

        case .creditsListEligible: .read(credits.listEligible)
        case .creditsAwardCredit: .write(credits.awardCredit)
        case .creditsReverseAward: .write(credits.reverseAward)
        case .creditsListAwards: .read(credits.listAwards)
        case .creditsMyCredits: .read(credits.myCredits)
        case .postReportsSave: .write(postReports.saveReport)
        case .postReportsDelete: .write(postReports.deleteReport)
        case .postReportsImportAttendance: .write(postReports.importAttendance)
        case .postReportsSubmit: .write(postReports.submitReport)
        case .postReportsSupplement: .write(postReports.supplementReport)
        case .postReportsGet: .read(postReports.getReport)
        case .postReportsList: .read(postReports.listReports)
        case .postReportsListPeople: .read(postReports.listPeople)
        case .postReportsUploadDocument: .exchange(postReports.uploadDocument)
        case .postReportsRemoveDocument: .write(postReports.removeDocument)
        case .postReportsGetDocument: .pages(postReports.getDocument)

        case .creditsExplainAward: .read(credits.explainAward)
        case .creditsExplainOwnAward: .read(credits.explainOwnAward)
        case .creditsEnterCredit: .write(credits.enterCredit)
        case .creditsCheckAward: .read(credits.checkAward)
        case .creditsListDifferences: .read(credits.listDifferences)
        case .creditsSettleDifferences: .write(credits.settleDifferences)
        case .creditsRemind: .write(credits.remind)
        case .creditsExport: .pages(reports.export)

        case .programmesSetFee: .write(programmes.setFee)
        case .programmesListFees: .read(programmes.listFees)

        case .bookingsPublishSession: .write(bookings.publishSession)
        case .bookingsGetSession: .read(bookings.getSession)
        case .bookingsBrowseSessions: .read(bookings.browseSessions)
        case .bookingsDescribeBase: .write(bookings.describeBase)
        case .bookingsBrowseBases: .read(bookings.browseBases)
        case .bookingsBook: .write(orders.book)
        case .bookingsCancelBooking: .write(bookings.cancelBooking)
        case .bookingsGetBooking: .read(bookings.getBooking)
        case .bookingsMyBookings: .read(bookings.myBookings)
        case .bookingsListBookings: .read(bookings.listBookings)
        case .bookingsMyEntitlements: .read(bookings.myEntitlements)
        case .bookingsGetPass: .read(bookings.getPass)

        case .ordersListUnitPayments: .read(orders.listUnitPayments)
        case .ordersTakeBackUnitPayment: .write(orders.takeBackUnitPayment)
        case .ordersListLedger: .read(orders.listLedger)
        case .ordersTrialBalance: .read(orders.trialBalance)
        case .ordersSetOrderNotice: .write(orders.setOrderNotice)
        case .ordersOpenOrderNotice: .write(orders.openOrderNotice)
        case .ordersPlaceOrder: .write(orders.placeOrder)
        case .ordersPayOrder: .write(orders.payOrder)
        case .ordersWithdrawOrder: .write(orders.withdrawOrder)
        case .ordersGetOrder: .read(orders.getOrder)
        case .ordersMyOrders: .read(orders.myOrders)
        case .ordersListOrders: .read(orders.listOrders)
        case .ordersAskRefund: .write(orders.askRefund)
        case .ordersRefundOrder: .write(orders.refundOrder)
        case .ordersListRefunds: .read(orders.listRefunds)
        case .ordersMyRefunds: .read(orders.myRefunds)
        case .ordersFinishRefund: .write(orders.finishRefund)
        case .ordersRetryRefund: .write(orders.retryRefund)
        case .invoicesGetBuyer: .read(orders.getBuyer)
        case .invoicesSaveBuyer: .write(orders.saveBuyer)
        case .invoicesApply: .write(orders.applyForInvoice)
        case .invoicesCancel: .write(orders.cancelInvoice)
        case .invoicesAskVoid: .write(orders.askVoid)
        case .invoicesListMine: .read(orders.myInvoices)
        case .invoicesShow: .read(orders.showInvoice)
        case .invoicesList: .read(orders.listInvoices)
        case .invoicesIssue: .write(orders.issueInvoices)
        case .invoicesReject: .write(orders.rejectInvoices)
        case .invoicesVoid: .write(orders.voidInvoice)
        case .invoicesKeep: .write(orders.keepInvoice)
        case .invoicesExport: .pages(orders.exportInvoices)
        case .ordersCheckPayments:
            .slow(
                in: .gateways, load: { (request: CheckPaymentsRequest, _) in request }, work: orders.askGateways,
                commit: orders.checkPayments)
        case .ordersStopSelling: .write(orders.stopSelling)
        case .ordersResumeSelling: .write(orders.resumeSelling)
        case .ordersListSellingStops: .read(orders.listSellingStops)
        case .invoicesUploadFile: .exchange(orders.uploadInvoiceFile)
        case .invoicesGetFile: .pages(orders.getInvoiceFile)
        case .ledgerBeginStatement: .write(orders.beginStatement)
        case .ledgerAddStatementRows: .write(orders.addStatementRows)
        case .ledgerFinishStatement: .write(orders.finishStatement)
        case .ledgerListStatements: .read(orders.listStatements)
        case .ledgerListDifferences: .read(orders.listDifferences)
        case .ledgerSettleDifferences: .write(orders.settleDifferences)
        case .ledgerCorrect: .write(orders.correctLedger)
        case .ledgerClosePeriod: .write(orders.closePeriod)
        case .ledgerListPeriods: .read(orders.listPeriods)
        case .ledgerShowPeriod: .read(orders.showPeriod)
        case .ledgerExportPeriod: .pages(orders.exportPeriod)

        case .leavesRequestLeave: .write(leaves.requestLeave)
        case .leavesCancelLeave: .write(leaves.cancelLeave)
        case .leavesMyLeave: .read(leaves.myLeave)
        case .leavesListLeave: .read(leaves.listLeave)

        case .noticesListNotices: .read(notices.listNotices)
        case .noticesHomeNotices: .read(notices.homeNotices)
        case .noticesGetNotice: .read(notices.getNotice)
        case .noticesPublishNotice: .write(notices.publishNotice)
        case .noticesEditNotice: .write(notices.editNotice)
        case .noticesWithdrawNotice: .write(notices.withdrawNotice)
        case .noticesFeatureNotices: .write(notices.featureNotices)
        case .noticesListManagedNotices: .read(notices.listManagedNotices)
        case .noticesNoticeHistory: .read(notices.noticeHistory)
        case .noticesAddFavourite: .write(notices.addFavourite)
        case .noticesRemoveFavourite: .write(notices.removeFavourite)
        case .noticesListFavourites: .read(notices.listFavourites)
        case .noticesSetSupportContact: .write(notices.setSupportContact)
        case .noticesGetSupportContact: .read(notices.getSupportContact)
        case .noticesListSupportContacts: .read(notices.listSupportContacts)
        case .noticesListMessages: .read(notices.listMessages)
        case .noticesClaimMessages: .write(notices.claimMessages)
        case .noticesMarkShown: .write(notices.markShown)
        }
    }
}
