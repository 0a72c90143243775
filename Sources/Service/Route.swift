package import Application
package import Messages

extension Service {
    /// The one table of handlers: the compiler asks for a line here for every `rpc`.
    package func route(_ method: Method) -> Route {
        switch method {
        case .diagnosticsEcho: .immediate { (request: EchoRequest) in EchoReply(body: request.body) }

        case .accountsLogin: .slow(load: loadLogin, work: checkLogin, commit: finishLogin)
        case .accountsResumeSession: .write(resumeSession)
        case .accountsLogout: .write(logout)
        case .accountsWhoAmI: .read(whoAmI)
        case .accountsChangePassword:
            .slow(load: loadPasswordChange, work: hashPasswordChange, commit: changePassword)
        case .accountsCreateAccount: .write(createAccount)
        case .accountsInvite: .write(invite)
        case .accountsTerms: .read(terms)
        case .accountsGetChallenge: .read(getChallenge)
        case .accountsSendSmsCode: .write(sendSmsCode)
        case .accountsBeginRegistration: .write(beginRegistration)
        case .accountsRegister: .slow(load: loadRegistration, work: hashRegistration, commit: register)
        case .accountsRecoverPassword: .slow(load: loadRecovery, work: hashRecovery, commit: recoverPassword)
        case .accountsListSessions: .read(listSessions)
        case .accountsRevokeSession: .write(revokeSession)
        case .accountsChangePhone: .write(changePhone)
        case .accountsAskPhoneChange: .write(askPhoneChange)
        case .accountsLinkOutside: .slow(load: loadLink, work: askProvider, commit: linkOutside)
        case .accountsUnlinkOutside: .write(unlinkOutside)
        case .accountsListLinks: .read(listLinks)
        case .accountsLoginOutside: .slow(load: loadOutsideLogin, work: askProvider, commit: loginOutside)
        case .accountsCloseAccount: .slow(load: loadClosing, work: checkClosing, commit: closeAccount)
        case .accountsListSmsOutbox: .write(listSmsOutbox)
        case .accountsListAudit: .read(listAudit)

        case .identitySubmit: .slow(load: loadIdentity, work: askIdentityProvider, commit: submitIdentity)
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

        case .reviewsListReviews: .read(listReviews)
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

        case .uploadsUpload: .exchange(upload)
        case .uploadsTemplate: .read(template)

        case .terminalsCreateEnrolmentCode: .write(createEnrolmentCode)
        case .terminalsEnrol: .write(enrol)
        case .terminalsAuthenticate: .write(authenticate)
        case .terminalsListTerminals: .read(listTerminals)
        case .terminalsRevokeTerminal: .write(revokeTerminal)

        case .syncOpen: .write(openLogs)
        case .syncPush: .exchange(push)
        case .syncPull: .pages(pull)

        case .attendanceVenueCode: .read(venueCode)
        case .attendanceCheckIn: .write(reading: readCode, checkIn)
        case .attendanceListScans: .read(listScans)
        case .attendanceAnalyse: .read(analyse)
        case .attendanceSuggestWindow: .read(suggestWindow)
        case .attendanceMyAttendance: .read(myAttendance)

        case .examsListScores: .read(listScores)
        case .examsAdjudicate: .write(adjudicate)

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
