import ClientKit
import Foundation
import Messages
import Processes
import Storage
import Testing

/// Many simultaneous calls, each on a thread and a TCP connection of its own, against a server process.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct RaceTests {
    private static let applicants = 200

    private func site() throws -> Site {
        try Site { data in
            try Data(#"{"puzzle_difficulty":1}"#.utf8).write(to: data.appendingPathComponent("settings.json"))
        }
    }

    @Test("REC-4a, REC-4b of 200 connections that approve, then admit at once, 37 find a place and 163 a full quota")
    func quota() throws {
        let crowd = try Crowd(site(), applicants: Self.applicants)
        try crowd.setQuota(37)
        let approvals = try AtOnce.call(
            crowd.site.serverSite(),
            crowd.applications.map { DecideReviewsRequest(kind: .application, subjects: [$0], action: .approve) },
            session: { [province = crowd.province] _ in province }, .reviewsDecideReviews, of: DecideReviewsReply.self)
        #expect(approvals.count { $0.reply?.decided == 1 } == 37)
        #expect(approvals.count { $0.reply?.outcomes.first?.failure?.code == .quotaFull } == 163)
        let approved = try crowd.quota()
        #expect(approved.approved == 37 && approved.approvedRecount == 37 && approved.admitted == 0)

        try crowd.placeEverybody(inQuotaOf: 37)
        let requests = crowd.applications.enumerated().map { index, application in
            AdmitApplicationsRequest(round: crowd.round, base: crowd.bases[index % 2], applications: [application])
        }
        let admissions = try AtOnce.call(
            crowd.site.serverSite(), requests, session: { [admins = crowd.baseAdmins] in admins[$0 % 2] },
            .recruitmentAdmitApplications, of: ApplicationsReply.self)
        #expect(admissions.count { $0.reply?.done == 1 } == 37)
        #expect(admissions.count { $0.reply?.outcomes.first?.failure?.code == .quotaFull } == 163)
        let admitted = try crowd.quota()
        #expect(admitted.admitted == 37 && admitted.admittedRecount == 37)
    }

    @Test("ACC-1, ACC-3c of 50 connections that register one phone, or one ID number, at once one wins")
    func registration() throws {
        let site = try site()
        let admin = Client(try site.plainSite(), locale: "en")
        try Crowd.enter(admin, "admin", site.firstPassword)
        let newcomers = try Newcomers(site, 51)
        try newcomers.askForCodes()
        let codes = try Crowd.codes(admin)
        func race(_ change: (Int, inout RegisterRequest) throws -> Void) throws -> [AtOnce.Answer<RegisterReply>] {
            let requests = try (0..<50).map { index in
                let code = codes[String(Newcomers.phone(index).suffix(4))] ?? ""
                var request = try Newcomers.request(index, admin, code: code)
                try change(index, &request)
                return request
            }
            return try AtOnce.call(site.serverSite(), requests, .accountsRegister, of: RegisterReply.self)
        }

        let phone = try race { _, request in
            request.phone = Newcomers.phone(50)
            request.code = codes[String(Newcomers.phone(50).suffix(4))] ?? ""
        }
        #expect(phone.count { $0.reply != nil } == 1)
        // The winner spends the code, and later ones are told so.
        let losers = phone.compactMap(\.refusal)
        #expect(losers.count == 49)
        #expect(
            losers.allSatisfy { $0.code == .alreadyExists && $0.field == "phone" || $0.code == .smsCodeSpent },
            "\(losers.map(\.name))")

        let ticket = try Newcomers.request(50, admin, code: "").ticket
        let number = try race { index, request in
            request.ticket = ticket
            request.account = "wang.fang\(index)"
        }
        #expect(number.count { $0.reply != nil } == 1)
        #expect(number.count { $0.refusal?.code == .alreadyExists && $0.refusal?.field == "id_number" } == 49)
    }
}

extension Crowd {
    /// Approves and assigns everybody, half to each base, in a quota lowered by force: approvals hold its seats, so
    /// that admissions alone could never reach it.
    fileprivate func placeEverybody(inQuotaOf seats: Int) throws {
        try setQuota(UInt32(applications.count))
        let client = Client(try site.plainSite(), locale: "en", session: province)
        let _: DecideReviewsReply = try client.call(
            .reviewsDecideReviews,
            DecideReviewsRequest(kind: .application, subjects: applications, action: .approve))
        for (index, base) in bases.enumerated() {
            let half = stride(from: index, to: applications.count, by: 2).map { applications[$0] }
            let reply: ApplicationsReply = try client.call(
                .recruitmentAssignApplications,
                AssignApplicationsRequest(round: round, base: base, applications: half))
            guard reply.done == UInt32(half.count) else { throw Programs.Failure("assigned \(reply.done)") }
        }
        client.close()
        guard try site.stop() == 0 else { throw Programs.Failure("the server did not stop well") }
        try site.database().write { transaction in
            try transaction.execute("UPDATE quota SET places = ?2 WHERE round = ?1", round, seats)
        }
        try site.start()
    }
}
