package import Application
package import Messages

extension Service {
    /// The one table of handlers: the compiler asks for a line here for every `rpc`.
    package func route(_ method: Method) -> Route {
        switch method {
        case .diagnosticsEcho: .immediate { (request: EchoRequest) in EchoReply(body: request.body) }

        case .accountsLogin:
            .slow(line: \.subject.line, load: loadLogin, work: checkLogin, commit: finishLogin)
        case .accountsResumeSession: .checked(resumeSession)
        case .accountsLogout: .write(logout)
        case .accountsWhoAmI: .lookUp(whoAmI)
        case .accountsChangePassword:
            .slow(load: loadPasswordChange, work: hashPasswordChange, commit: changePassword)
        case .accountsCreateAccount: .write(createAccount)
        case .accountsInvite: .write(invite)
        case .accountsTerms: .read(terms)
        case .accountsGetChallenge: .read(getChallenge)
        case .accountsSendSmsCode: .checked(first: { try checkSolution($0.solution, $1) }, sendSmsCode)
        case .accountsBeginRegistration:
            .checked(first: { try checkSolution($0.solution, $1) }, beginRegistration)
        case .accountsRegister: .slow(in: .gateways, load: loadRegistration, work: hashRegistration, commit: register)
        case .accountsRecoverPassword: .slow(load: loadRecovery, work: hashRecovery, commit: recoverPassword)
        case .accountsListSessions: .read(listSessions)
        case .accountsRevokeSession: .write(revokeSession)
        case .accountsChangePhone: .write(changePhone)
        case .accountsAskPhoneChange: .write(askPhoneChange)
        case .accountsLinkOutside: .slow(in: .gateways, load: loadLink, work: askProvider, commit: linkOutside)
        case .accountsUnlinkOutside: .write(unlinkOutside)
        case .accountsListLinks: .read(listLinks)
        case .accountsLoginOutside:
            .slow(in: .gateways, load: loadOutsideLogin, work: askProvider, commit: loginOutside)
        case .accountsCloseAccount: .slow(load: loadClosing, work: checkClosing, commit: closeAccount)
        case .accountsListSmsOutbox: .write(listSmsOutbox)
        case .accountsListAudit: .read(listAudit)
        case .accountsCreateOrganisationAccount: .write(createOrganisationAccount)
        case .accountsOpenOrganisationLogin:
            .slow(
                line: \.subject.line, load: loadOrganisationLogin, work: checkOrganisationLogin,
                commit: openOrganisationLogin)
        case .accountsAddFirstResponsible:
            .checked(
                first: { _ = try account(ticket: $0.ticket, $1.snapshot, now: $1.now) }, addFirstResponsible)
        case .accountsSendOrganisationCode:
            .checked(first: { try checkSolution($0.solution, $1) }, sendOrganisationCode)
        case .accountsFinishOrganisationLogin:
            .slow(load: loadOrganisationFinish, work: hashOrganisationFinish, commit: finishOrganisationLogin)
        case .accountsListResponsible: .read(listResponsible)
        case .accountsAddResponsible: .write(addResponsible)
        case .accountsRemoveResponsible: .write(removeResponsible)
        case .accountsChangeOrganisationPassword:
            .slow(
                load: loadOrganisationPassword, work: hashOrganisationPassword, commit: changeOrganisationPassword)

        case .identitySubmit:
            .slow(in: .gateways, load: loadIdentity, work: askIdentityProvider, commit: submitIdentity)
        case .identityMine: .read(myIdentity)
        case .identityGetClaim: .read(getClaim)
        case .identityUploadPhoto: .exchange(uploadPhoto)
        case .identityGetPhoto: .pages(getPhoto)
        case .profilesGet: .read(getProfile)
        case .profilesSave: .write(saveProfile)
        case .membersAdd: .write(addTrainee)
        case .membersList: .read(listMembers)
        case .membersConfirm: .write(confirmMembers)
        case .membersEnd: .write(endMembers)
        case .membersJoin: .write(joinUnit)
        case .membersLeave: .write(leaveUnit)
        case .membersMine: .read(myUnits)

        case .organisationsCreateOrganisation: .write(createOrganisation)
        case .organisationsListOrganisations: .read(listOrganisations)
        case .organisationsChangeOrganisation: .write(changeOrganisation)
        case .organisationsGetOrganisation: .read(getOrganisation)
        case .organisationsSaveCatalogueEntry: .write(saveCatalogueEntry)
        case .organisationsListCatalogue: .read(listCatalogue)

        case .reviewsListReviews: .lookUp(listReviews)
        case .reviewsDecideReviews: .write(decideReviews)
        case .reviewsReviewHistory: .read(reviewHistory)

        case .programmesCreateProgramme: .write(createProgramme)
        case .programmesChangePolicy: .write(changePolicy)
        case .programmesListProgrammes: .read(listProgrammes)
        case .programmesListPresets: .read(listPresets)

        case .projectsCreateProject: .write(createProject)
        case .projectsListProjects: .read(listProjects)
        case .projectsCreateOffering: .write(createOffering)
        case .projectsSubmitOffering: .write(submitOffering)
        case .projectsGetOffering: .read(getOffering)
        case .projectsListOfferings: .read(listOfferings)
        case .projectsListRoster: .read(listRoster)

        case .recruitmentCreateCohort: .write(createCohort)
        case .recruitmentListCohorts: .read(listCohorts)
        case .recruitmentCreateRound: .write(createRound)
        case .recruitmentChangeRound: .write(changeRound)
        case .recruitmentOpenRound: .write(openRound)
        case .recruitmentCloseRound: .write(closeRound)
        case .recruitmentGetRound: .read(getRound)
        case .recruitmentListRounds: .read(listRounds)
        case .recruitmentSetQuota: .write(setQuota)
        case .recruitmentListQuotas: .read(listQuotas)
        case .recruitmentSaveApplication: .write(saveApplication)
        case .recruitmentSubmitApplication: .write(submitApplication)
        case .recruitmentWithdrawApplication: .write(withdrawApplication)
        case .recruitmentDeclineAdmission: .write(declineAdmission)
        case .recruitmentMyApplications: .lookUp(myApplications)
        case .recruitmentGetApplication: .lookUp(getApplication)
        case .recruitmentListApplications: .lookUp(listApplications)
        case .recruitmentAssignApplications: .write(assignApplications)
        case .recruitmentAdmitApplications: .write(admitApplications)
        case .recruitmentReleaseApplications: .write(releaseApplications)
        case .recruitmentChangeTraining: .write(changeTraining)
        case .recruitmentCountAdmitted: .read(countAdmitted)
        case .recruitmentExportAdmitted: .pages(exportAdmitted)

        case .uploadsUpload: .exchange(upload)
        case .uploadsTemplate: .read(template)
        case .uploadsGetJob: .exchange(getJob)
        case .uploadsListJobs: .read(listJobs)
        case .uploadsCancelJob: .write(cancelJob)
        case .uploadsGetJobFile: .pages(getJobFile)
        case .uploadsForgetAccounts: .write(forgetAccounts)

        case .terminalsCreateEnrolmentCode: .write(createEnrolmentCode)
        case .terminalsEnrol: .checked(enrol)
        case .terminalsAuthenticate: .checked(authenticate)
        case .terminalsListTerminals: .read(listTerminals)
        case .terminalsRaiseTerminal: .write(raiseTerminal)
        case .terminalsRevokeTerminal: .write(revokeTerminal)

        case .syncOpen: .checked(openLogs)
        case .syncPush: .exchange(push)
        case .syncPull: .pages(pull)
        case .syncListServerLogs: .read(listServerLogs)

        case .attendanceVenueCode: .read(venueCode)
        case .attendanceCheckIn: .write(reading: readCode, checkIn)
        case .attendanceListScans: .read(listScans)
        case .attendanceAnalyse: .read(analyse)
        case .attendanceSuggestWindow: .read(suggestWindow)
        case .attendanceMyAttendance: .read(myAttendance)

        case .examsListScores: .read(listScores)
        case .examsAdjudicate: .write(adjudicate)
        case .examsListQuarantinedMarks: .read(listQuarantinedMarks)
        case .examsAdmitMark: .write(admitMark)

        case .creditsListEligible: .read(listEligible)
        case .creditsAwardCredit: .write(awardCredit)
        case .creditsReverseAward: .write(reverseAward)
        case .creditsListAwards: .read(listAwards)
        case .creditsMyCredits: .read(myCredits)
        case .creditsExport: .pages(export)

        case .leavesRequestLeave: .write(requestLeave)
        case .leavesCancelLeave: .write(cancelLeave)
        case .leavesMyLeave: .read(myLeave)
        case .leavesListLeave: .read(listLeave)

        case .noticesListNotices: .read(listNotices)
        case .noticesHomeNotices: .read(homeNotices)
        case .noticesGetNotice: .read(getNotice)
        case .noticesPublishNotice: .write(publishNotice)
        case .noticesEditNotice: .write(editNotice)
        case .noticesWithdrawNotice: .write(withdrawNotice)
        case .noticesFeatureNotices: .write(featureNotices)
        case .noticesListManagedNotices: .read(listManagedNotices)
        case .noticesNoticeHistory: .read(noticeHistory)
        case .noticesAddFavourite: .write(addFavourite)
        case .noticesRemoveFavourite: .write(removeFavourite)
        case .noticesListFavourites: .read(listFavourites)
        case .noticesSetSupportContact: .write(setSupportContact)
        case .noticesGetSupportContact: .read(getSupportContact)
        case .noticesListSupportContacts: .read(listSupportContacts)
        case .noticesListMessages: .read(listMessages)
        case .noticesClaimMessages: .write(claimMessages)
        case .noticesMarkShown: .write(markShown)
        }
    }
}
