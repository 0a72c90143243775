package import Application
package import Crypto
package import Domain
package import Messages
package import Storage
import Threads

/// The areas of a server, made in the order in which they use each other: an area gets only those that it may call, so
/// that none can call an area listed after it. `Docs/Architecture.md` shows the same map, and a test compares the two.
package final class Service: Sendable {
    let secrets: Secrets
    let site: Site
    package let journal: JournalStore
    package let outbox: DeliveryOutbox

    let outboxes: Outboxes
    let people: People
    let sessions = Sessions()
    let notices = Notices()
    let reviews = Reviews()
    let programmes = Programmes()
    let organisations: Organisations
    let projects: Projects
    let exams: Exams
    package let sync: Sync
    let terminals: Terminals
    let identities: Identities
    let rosters: Rosters
    let walkIns: WalkIns
    let evaluations: Evaluations
    let checkIns: CheckIns
    let worklist: Worklist
    package let accounts: Accounts
    let recruitment: Recruitment
    let postReports: PostReports
    let certificates: Certificates
    let outside: OutsideRecords
    let credits: Credits
    let bookings: Bookings
    let sittings: Sittings
    let skills: SkillsExams
    let completions: Completions
    let orders: Orders
    let leaves: Leaves
    let reports: Reports
    package let uploads: Uploads
    let forgetting: Forgetting
    package let checks: Checks
    private let chores: Chores
    /// Photos and documents on their way.
    private let pictureSlots: UploadSlots

    /// The last deferred batch that was read.
    let lastDeferred = Locked<UInt64>(0)

    package init(
        site: Site, secrets: Secrets, serverLogKey: SigningKey, ports: Ports,
        accounts settings: AccountSettings = AccountSettings()
    ) {
        self.site = site
        self.secrets = secrets
        let blobs = Blobs(BlobKeys(secrets.master))
        let slots = UploadSlots()
        pictureSlots = slots
        journal = JournalStore(siteID: site.id, serverLogKey: serverLogKey, receipts: secrets.receipts)
        outbox = DeliveryOutbox(master: secrets.master)

        outboxes = Outboxes(outbox: outbox)
        people = People(secrets: secrets)
        organisations = Organisations(sessions: sessions, reviews: reviews)
        projects = Projects(
            secrets: secrets, blobs: blobs, slots: slots, notices: notices, organisations: organisations,
            programmes: programmes,
            reviews: reviews)
        exams = Exams(journal: journal, secrets: secrets)
        sync = Sync(secrets: secrets, site: site, journal: journal)
        terminals = Terminals(secrets: secrets, site: site, projects: projects)
        identities = Identities(
            blobs: blobs, slots: slots, people: people, sessions: sessions, notices: notices, reviews: reviews,
            programmes: programmes, projects: projects, services: ports.services)
        rosters = Rosters(notices: notices, projects: projects, identities: identities)
        evaluations = Evaluations(programmes: programmes, exams: exams)
        checkIns = CheckIns(secrets: secrets, journal: journal, projects: projects, exams: exams)
        worklist = Worklist(journal: journal, notices: notices, projects: projects, checkIns: checkIns)
        walkIns = WalkIns(
            secrets: secrets, journal: journal, people: people, programmes: programmes, checkIns: checkIns,
            identities: identities, rosters: rosters)
        accounts = Accounts(
            secrets: secrets, people: people, sessions: sessions, organisations: organisations, reviews: reviews,
            identities: identities, notices: notices, terminals: terminals, outbox: outbox, ports: ports)
        recruitment = Recruitment(
            people: people, notices: notices, reviews: reviews, organisations: organisations,
            programmes: programmes, identities: identities)
        postReports = PostReports(
            blobs: blobs, notices: notices, reviews: reviews, programmes: programmes, checkIns: checkIns)
        certificates = Certificates(site: site, people: people, notices: notices, programmes: programmes)
        outside = OutsideRecords(people: people, notices: notices, reviews: reviews)
        credits = Credits(
            journal: journal, notices: notices, programmes: programmes, identities: identities, walkIns: walkIns,
            checkIns: checkIns, evaluations: evaluations, postReports: postReports, certificates: certificates,
            outside: outside)
        bookings = Bookings(
            site: site, notices: notices, reviews: reviews, programmes: programmes, rosters: rosters,
            checkIns: checkIns, identities: identities)
        sittings = Sittings(
            notices: notices, programmes: programmes, projects: projects, exams: exams, checkIns: checkIns,
            evaluations: evaluations, bookings: bookings)
        skills = SkillsExams(
            secrets: secrets, journal: journal, notices: notices, programmes: programmes, projects: projects,
            exams: exams, checkIns: checkIns, evaluations: evaluations, bookings: bookings, sittings: sittings)
        completions = Completions(
            programmes: programmes, checkIns: checkIns, recruitment: recruitment, notices: notices,
            certificates: certificates, bookings: bookings, sittings: sittings, skills: skills)
        orders = Orders(
            journal: journal, people: people, notices: notices, reviews: reviews, programmes: programmes,
            identities: identities, bookings: bookings, outbox: outbox, services: ports.services, blobs: blobs)
        leaves = Leaves(notices: notices, reviews: reviews, organisations: organisations, recruitment: recruitment)
        reports = Reports(
            journal: journal, programmes: programmes, projects: projects, checkIns: checkIns, exams: exams,
            certificates: certificates, credits: credits)
        uploads = Uploads(
            secrets: secrets, people: people, organisations: organisations, projects: projects, rosters: rosters,
            identities: identities, accounts: accounts, recruitment: recruitment, orders: orders, exams: exams,
            certificates: certificates, outside: outside)
        forgetting = Forgetting(
            sessions: sessions, projects: projects, notices: notices, identities: identities, accounts: accounts,
            recruitment: recruitment, leaves: leaves, uploads: uploads, orders: orders, walkIns: walkIns,
            evaluations: evaluations,
            outside: outside, credits: credits, sittings: sittings, skills: skills)
        checks = Checks(
            secrets: secrets, site: site, journal: journal, blobs: blobs, people: people, identities: identities,
            answers: Answers(master: secrets.master), outbox: outbox)
        chores = Chores([
            bookings.beginSessions, bookings.endSessions, bookings.undoMissed, bookings.callOffSessions,
            sittings.endOverdue, sittings.erasePapers, sittings.tellOpenings, walkIns.readBatches, skills.followSheets,
            skills.endExams,
            orders.expireOrders,
            orders.endCalledOff,
            orders.askAboutPayments,
            orders.askAboutRefunds, orders.askAboutInvoices, worklist.lookAtEvenings, projects.followVenueKeys,
        ])
        outbox.deliver([.textMessages(ports.services), orders.gatewayCalls, orders.invoiceCalls])
        adopt(settings)
    }

    /// Calls that begin from now on go by these.
    package func adopt(_ settings: AccountSettings) { accounts.adopt(settings) }

    /// ORD-2: takes a verified notice of a gateway. Tells after the commit whether it is about anything of ours.
    package func take(
        _ notice: GatewayNotice, of channel: PaymentChannel, _ application: Application,
        done: @escaping @Sendable (Result<Bool, any Error>) -> Void
    ) {
        application.runOwn({ [orders] in try orders.takeNotice(notice, of: channel, $0) }, done: done)
    }

    /// Files of certificates, and what is printed on them, from now on go by these.
    package func adopt(_ settings: CertificateSettings) { certificates.adopt(settings) }

    /// EXM-6: for how many days from now on sat papers are kept; nil for good.
    package func keepPapers(days: Int?) { sittings.keptDays.withLock { $0 = days } }

    /// CRT-2c: verifies a certificate for a page that anybody asks for.
    /// - Parameter source: the network that asks.
    package func verifyCertificate(
        _ number: String, code: String, from source: LoginSource, _ application: Application,
        done: @escaping @Sendable (Result<VerifyCertificateReply, any Error>) -> Void
    ) {
        let now = application.ports.now()
        application.executor.read(
            for: nil,
            { [certificates] in try certificates.verify(number, code: code, from: source.text, $0, now: now) },
            done: done)
    }

    /// Ends uploads that have waited too long, and starts jobs. Call about once a second.
    package func tick(_ application: Application) {
        pictureSlots.expire(now: application.ports.now())
        orders.invoiceSlots.expire(now: application.ports.now())
        postReports.documentSlots.expire(now: application.ports.now())
        uploads.tick(application)
        chores.tick(application)
    }

    /// Returns the caller with present roles. Throws for an expired session or a revoked terminal.
    package func authority(_ snapshot: Snapshot, _ call: Call, _ now: Int64) throws -> Caller {
        let caller = call.caller
        switch caller {
        case .anonymous:
            return caller
        case .person(let person):
            guard let session = try accounts.liveSession(person.session, snapshot), now < session.expires else {
                throw Refusal(.sessionExpired)
            }
            return .person(session.person)
        case .terminal(let terminal):
            // A revoked terminal may open its logs, and gets the verdict `revoked`.
            guard call.method != .syncOpen else { return caller }
            let revoked = try snapshot.first(.revocationOfTerminal, terminal.id) {
                $0.integer(0)
            }
            guard revoked == 0 else { throw Refusal(.terminalRevoked) }
            return caller
        }
    }
}
