import ClientKit
import Crypto
import Foundation
import Messages
import Processes
import Storage
import Testing
import Threads

/// Many people on a server process who want the last places at the same time.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct PlacesRaceTests {
    private static let people = 500
    private static let places = 40

    /// A session of a programme, and people who may book or order it: each with an account, a session and, where
    /// places are paid for first, a paid place.
    private struct Queue {
        let site: Site
        let session: UInt64
        let tokens = (0..<people).map { _ in SystemRandom.bytes(32) }

        init(preset: String) throws {
            site = try Site()
            let course = try Course(site)
            let programme = try course.admin(
                "programmes", "create", "缴费课程", "--preset", preset, "--set", "identityEvidence=self-declared", "--set",
                "profileSections=none", "--set", "noticeSeconds=0", "--json"
            ).id()
            try course.admin("fees", "set", programme, "300")
            session = UInt64(try course.session(in: programme, places: places)) ?? 0
            guard try site.stop() == 0 else { throw Programs.Failure("the server did not stop well") }
            try site.database().write { try fill($0, programme: UInt64(programme) ?? 0) }
            try site.start()
        }

        private func fill(_ transaction: Transaction, programme: UInt64) throws {
            let now = WallClock.nowMs()
            for token in tokens {
                let person = try transaction.newID()
                try transaction.execute(
                    "INSERT INTO person (id, name, phone_hash, unit, title, identity_level) VALUES (?1, ?2, ?3, '', '', 2)",
                    person, "学员\(person)", token)
                try transaction.execute(
                    "INSERT INTO account (person, name, password, must_change) VALUES (?1, ?2, ?3, ?4)", person,
                    "p\(person)", [UInt8](), false)
                try transaction.execute(
                    """
                    INSERT INTO session (id, token_hash, person, created_ms, expires_ms, address)
                    VALUES (?1, ?2, ?3, ?4, ?5, '')
                    """, transaction.newID(), Digest.hash(.sessionToken, token), person, now, now + 3_600_000)
                try transaction.execute(
                    """
                    INSERT INTO entitlement (id, person, programme, state, source, source_id, cancellations, booking,
                    created_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?1, 0, 0, ?6)
                    """, transaction.newID(), person, programme, EntitlementState.free.rawValue,
                    EntitlementSource.unitPayment.rawValue, now)
            }
        }

        func count(_ sql: SQL) throws -> Int {
            try site.database().read { try $0.first(sql, session) { $0.int(0) } ?? 0 }
        }
    }

    @Test(
        "BKG-1b of 500 people who book 40 places at once, 40 have one; the others are told that it is full, and keep what they paid for"
    )
    func bookings() throws {
        let queue = try Queue(preset: "tianjin-cpr")
        let answers = try AtOnce.call(
            queue.site.serverSite(), Array(repeating: BookRequest(offering: queue.session), count: Self.people),
            session: { [tokens = queue.tokens] in tokens[$0] }, .bookingsBook, of: BookingReply.self)
        #expect(answers.count { $0.reply?.booking?.state == .waiting } == Self.places)
        #expect(answers.count { $0.refusal?.code == .full } == Self.people - Self.places)
        #expect(try queue.count("SELECT taken FROM course_session WHERE offering = ?1") == Self.places)
        #expect(try queue.count("SELECT COUNT(*) FROM booking WHERE offering = ?1") == Self.places)
        #expect(
            try queue.count("SELECT COUNT(*) FROM entitlement WHERE state = 1 AND ?1 > 0") == Self.people - Self.places)
        #expect(try queue.count("SELECT COUNT(*) FROM entitlement WHERE state = 2 AND ?1 > 0") == Self.places)
    }

    @Test(
        "ORD-1 of 500 people who order 40 places at once, 40 hold one until they pay, and the others are told that it is full"
    )
    func orders() throws {
        let queue = try Queue(preset: "sichuan-water")
        let request = PlaceOrderRequest(offering: queue.session, dataConfirmed: true)
        let answers = try AtOnce.call(
            queue.site.serverSite(), Array(repeating: request, count: Self.people),
            session: { [tokens = queue.tokens] in tokens[$0] }, .ordersPlaceOrder, of: OrderReply.self)
        #expect(answers.count { $0.reply?.order?.state == .pending } == Self.places)
        #expect(answers.count { $0.refusal?.code == .full } == Self.people - Self.places)
        #expect(try queue.count("SELECT taken FROM course_session WHERE offering = ?1") == Self.places)
        #expect(try queue.count("SELECT COUNT(*) FROM course_order WHERE offering = ?1") == Self.places)
    }
}
