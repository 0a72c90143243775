import Messages
import Storage
import Wire

// What tests do over and over.

extension World {
    /// Changes one switch of the programme.
    func setPolicy(_ name: String, _ value: String) throws {
        let _: CreateProgrammeReply = try client("admin").call(
            .programmesChangePolicy,
            ChangePolicyRequest(programme: made.programme, changes: [PolicySwitch(name: name, value: value)]))
    }

    /// Returns audit entries about refusals of this method.
    func refusals(_ method: Method) throws -> Int {
        try server.count(
            "SELECT COUNT(*) FROM audit WHERE method = ?1 AND outcome = ?2", Int(method.rawValue),
            Int(ErrorCode.notAllowed.rawValue))
    }

    /// Returns a new person with a first password that need not be changed.
    func login(_ account: String, from address: String? = nil) throws -> Client {
        try server.database.write { transaction in
            try transaction.execute("UPDATE account SET must_change = 0 WHERE name = ?1", account)
            try transaction.execute(
                """
                UPDATE account SET password = (SELECT password FROM account WHERE name = 'keeper') WHERE name = ?1
                """, account)
        }
        let client = server.connect(from: address)
        let _: LoginReply = try client.call(
            .accountsLogin, LoginRequest(name: account, password: made.passwords["keeper"] ?? ""))
        return client
    }

    /// Gives N01 attendance, an exam, and credit.
    func awardOne() throws -> UInt64 {
        let door = try Door(in: self, seed: 0xA0)
        let person = try person("N01")
        try door.scan(person, offering: offering)
        try door.score(person, 8000, by: made.persons["keeper"] ?? 0, offering: offering)
        try door.sync()
        let keeper = try client("keeper")
        let reply: AwardCreditReply = try keeper.call(
            .creditsAwardCredit, AwardCreditRequest(offering: offering, people: [person]))
        guard reply.awarded == 1 else { throw Missing(what: "the award: \(reply.refused.map(\.reasons))") }
        let awards: ListAwardsReply = try keeper.call(.creditsListAwards, ListAwardsRequest(offering: offering))
        return awards.awards.first?.id ?? 0
    }

    /// Makes two examiners mark independently at two terminals.
    func conflict(on number: String) throws -> Score {
        let person = try person(number)
        for (seed, value) in [(UInt8(0xA1), UInt64(5500)), (0xA2, 6500)] {
            let door = try Door(in: self, seed: seed)
            try door.score(person, value, by: UInt64(seed), offering: offering)
            try door.sync()
        }
        return try score(of: number)
    }

    func score(of number: String) throws -> Score {
        let person = try server.read {
            try $0.first("SELECT person FROM roster WHERE offering = ?1 AND number = ?2", offering, number) { $0.id(0) }
        }
        guard let person else { throw Missing(what: number) }
        let reply: ListScoresReply = try client("admin").call(
            .examsListScores, ListScoresRequest(offering: offering, after: person - 1, limit: 1))
        guard let score = reply.scores.first, score.person == person else {
            throw Missing(what: "the score of \(number)")
        }
        return score
    }
}

extension Score {
    func adjudication(value: UInt32, reason: String = "复核试卷") -> AdjudicateRequest {
        AdjudicateRequest(
            offering: offering, person: person, assessment: assessment, valueHundredths: value, reason: reason,
            context: context)
    }
}

extension Client {
    /// The code of a refusal, nil for a reply.
    func code(_ method: Method, _ request: [UInt8] = [], items: [[UInt8]]? = nil) throws -> ErrorCode? {
        do {
            if method.itemType != nil || method.rule.repliesStream {
                let stream = begin(method, request)
                send(items ?? [], on: stream)
                settle()
                guard let answer = answer(stream), answer.isOver else { throw Missing(what: "an answer to \(method)") }
                return answer.failure?.code
            }
            _ = try raw(method, request)
            return nil
        } catch let refusal as Refusal {
            return refusal.failure.code
        }
    }

    /// Decides on one subject; throws its refusal.
    func decide(_ kind: ReviewKind, _ subject: UInt64, _ action: ReviewAction, reason: String = "") throws {
        let reply: DecideReviewsReply = try call(
            .reviewsDecideReviews,
            DecideReviewsRequest(kind: kind, subjects: [subject], action: action, reason: reason))
        if let failure = reply.outcomes.first?.failure {
            throw Refusal(method: .reviewsDecideReviews, failure: failure)
        }
    }

    /// An offering that has not been submitted.
    func draft(at base: UInt64, _ made: World.Made, day: Int32 = TestServer.day + 40) throws -> UInt64 {
        let created: OfferingReply = try call(
            .projectsCreateOffering, CreateOfferingRequest(offering: World.draft(at: base, made, day: day)))
        return created.offering?.id ?? 0
    }
}

extension World {
    /// Returns audit entries of a method.
    func entries(_ method: Method) throws -> Int {
        try server.count("SELECT COUNT(*) FROM audit WHERE method = ?1", Int(method.rawValue))
    }
}

extension Client {
    func roster(_ offering: UInt64) throws -> [RosterEntry] {
        let reply: ListRosterReply = try call(
            .projectsListRoster, ListRosterRequest(offering: offering, limit: 500))
        return reply.entries
    }
}
