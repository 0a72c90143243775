import Application
import Domain
import Messages
import Storage

extension Recruitment {
    /// REC-5b: lists the caller's applications, the newest last.
    func myApplications(_ request: MyApplicationsRequest, _ context: ReadContext) throws -> ListApplicationsReply {
        let person = try context.call.person().id
        let page = try listPage(request.limit, by: \.self) { limit in
            try context.snapshot.all(
                "SELECT id FROM application WHERE person = ?1 AND id > ?2 ORDER BY id LIMIT ?3", person,
                request.after, limit
            ) { $0.id() }
        }
        return try reply(page, context)
    }

    /// Returns one application with its history: to its applicant, and to those in whose lists it is, who also see the
    /// applicant's own data (REC-6).
    func getApplication(_ request: GetApplicationRequest, _ context: ReadContext) throws -> ApplicationReply {
        let snapshot = context.snapshot
        let person = try context.call.person()
        let application = try application(request.application, snapshot)
        try requireReadable(application, context.call, snapshot)
        var reply = try withHistory(application, context.call, snapshot)
        if application.person != person.id {
            let language = Language(locale: context.call.options.locale)
            reply.application?.profile = try ProfileSection.allCases.map {
                try identities.profile($0, of: application.person, language, snapshot)
            }
        }
        return reply
    }

    /// Throws `notFound` for everybody but the applicant and those in whose lists the application is.
    func requireReadable(_ application: IntakeApplication, _ call: Call, _ snapshot: Snapshot) throws {
        let person = try call.person()
        if application.person != person.id {
            let places = try snapshot.all(
                "SELECT place FROM application_place WHERE application = ?1 ORDER BY place", application.id
            ) { $0.id(0) }
            let mayRead = try person.grants.contains { grant in
                switch grant.role {
                case .platformAdmin: !places.isEmpty
                case .commissionOfficer: try places.contains { try grant.isSeated(at: $0, snapshot) }
                case .baseAdmin: places.contains(grant.organisation)
                case .unitAdmin: !places.isEmpty && grant.organisation == application.unit
                case .anyone, .person, .terminal, .committeeOfficer, .providerAdmin, .examBaseAdmin,
                    .identityReviewer, .adjudicator, .examiner, .instructor, .trainee:
                    false
                }
            }
            guard mayRead else { throw Refusal(.notFound, field: "application") }
        }
    }

    /// REC-6, REC-7: lists the applications of a round in one region or at one base, by specialty, then in the order
    /// they were made. Every filter is one index range.
    func listApplications(_ request: ListApplicationsRequest, _ context: ReadContext) throws -> ListApplicationsReply {
        try context.call.requireAuthority(over: request.organisation, context.snapshot)
        let page = try listPage(request.limit, by: \.self) { limit in
            let query = try ApplicationQuery(request, limit: limit, context.snapshot)
            if !request.phone.isEmpty { return try query.of(people.phoneHash(MobileNumber(request.phone))) }
            return try request.namePrefix.isEmpty ? query.page() : query.named(request.namePrefix)
        }
        // Only an empty page needs a check that the round exists.
        if page.elements.isEmpty,
            try !context.snapshot.exists("SELECT 1 FROM intake_round WHERE id = ?1", request.round)
        {
            throw Refusal(.notFound, field: "round")
        }
        return try reply(page, context)
    }

    private func reply(_ page: ListPage<UInt64, UInt64>, _ context: ReadContext) throws -> ListApplicationsReply {
        ListApplicationsReply(
            applications: try page.elements.map { try application($0, context.snapshot) }, next: page.next ?? 0)
    }
}
