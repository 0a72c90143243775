import Application
import Domain
import Messages
import Storage
import Testing

@testable import Service

/// A base that sells places in courses, as the public CPR training does: a programme of the preset, and sessions of one hour.
struct CourseOffice {
    let world: World
    let programme: UInt64
    let admin: Client
    let keeper: Client
    let desk = PaymentDesk(.weChat)
    let alipay = PaymentDesk(.alipay)
    let issuer = InvoiceDesk()

    static let fee: UInt64 = 30_000

    /// - Parameters:
    ///   - preset: of the programme.
    ///   - changes: besides the identity, which has tests of its own.
    ///   - hasIssuer: whether somebody else issues invoices.
    init(preset: String = "tianjin-cpr", _ changes: [PolicySwitch] = [], hasIssuer: Bool = true) throws {
        world = try World(
            payments: [.weChat: desk.gateway, .alipay: alipay.gateway], invoices: hasIssuer ? issuer.issuer : nil)
        admin = try world.client("admin")
        keeper = try world.client("keeper")
        let reply: CreateProgrammeReply = try admin.call(
            .programmesCreateProgramme,
            CreateProgrammeRequest(
                name: "公众心肺复苏培训", preset: preset,
                changes: [
                    PolicySwitch(name: "identityEvidence", value: "self-declared"),
                    PolicySwitch(name: "profileSections", value: "none"),
                ] + changes))
        programme = reply.programme?.id ?? 0
        // Verifying identities has tests of its own.
        try world.server.database.write { try $0.execute("UPDATE person SET identity_level = 2") }
        let _: ListFeesReply = try admin.call(
            .programmesSetFee,
            SetFeeRequest(fee: Fee(programme: programme, fromDay: TestServer.day, fen: Self.fee)))
    }

    /// An open offering of one day, from 09:00 to 17:00.
    func offering(
        inDays days: Int32 = 7, at base: UInt64? = nil, _ modality: Modality = .inPerson
    ) throws -> UInt64 {
        let day = TestServer.day + days
        var draft = World.draft(at: base ?? world.made.base, world.made, day: day)
        (draft.programme, draft.modality) = (programme, modality)
        draft.windows = [Window(day: day, fromMinute: 540, toMinute: 1020)]
        draft.title = "心肺复苏课程"
        let created: OfferingReply = try admin.call(.projectsCreateOffering, CreateOfferingRequest(offering: draft))
        let id = created.offering?.id ?? 0
        let _: OfferingReply = try admin.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: id))
        return id
    }

    /// A session with that many places.
    @discardableResult
    func session(places: UInt32 = 2, inDays days: Int32 = 7) throws -> UInt64 {
        let offering = try offering(inDays: days)
        _ = try publish(offering, places: places)
        return offering
    }

    func publish(_ offering: UInt64, places: UInt32) throws -> CourseSession {
        let reply: SessionReply = try keeper.call(
            .bookingsPublishSession,
            PublishSessionRequest(offering: offering, location: "门诊楼三层示教室", capacity: places))
        return try #require(reply.session)
    }

    func show(_ session: UInt64) throws -> CourseSession {
        let reply: SessionReply = try keeper.call(.bookingsGetSession, GetSessionRequest(offering: session))
        return try #require(reply.session)
    }

    /// Uploads unit payments for people of the roster, by number.
    @discardableResult
    func unitPays(for rows: Range<Int>, reference: String = "P1", name: String? = nil) throws -> Uploaded {
        let lines = rows.map { "\(World.phones[$0]),\(name ?? World.names[$0]),300.00,\(reference)-\($0)" }
        return try admin.upload(
            Array((["手机号,姓名,金额（元）,缴费凭证号"] + lines).joined(separator: "\n").utf8), to: programme,
            kind: .unitPayments)
    }

    func doublePlaces(_ state: DoublePlaceState? = nil) throws -> [DoublePlace] {
        let reply: ListDoublePlacesReply = try admin.call(
            .bookingsListDoublePlaces, ListDoublePlacesRequest(state: state))
        return reply.places
    }

    @discardableResult
    func keep(_ place: UInt64, reason: String, undo: Bool = false) throws -> DoublePlace {
        let reply: DoublePlaceReply = try admin.call(
            .bookingsKeepDoublePlace, KeepDoublePlaceRequest(place: place, reason: reason, undo: undo))
        return try #require(reply.place)
    }

    /// Brings on the second when the session starts, and lets the server do its work.
    func start(_ session: UInt64) throws {
        world.clock.set(try show(session).startsMs)
        world.server.tick()
        while world.server.executor.work() {}
    }
}

extension Client {
    func book(_ session: UInt64) throws -> BookingReply { try call(.bookingsBook, BookRequest(offering: session)) }

    func cancel(_ booking: BookingReply) throws -> BookingReply {
        try call(.bookingsCancelBooking, CancelBookingRequest(booking: booking.booking?.id ?? 0))
    }

    func entitlements() throws -> [Entitlement] {
        let reply: MyEntitlementsReply = try call(.bookingsMyEntitlements, MyEntitlementsRequest())
        return reply.entitlements
    }

    func bookings() throws -> [Booking] {
        let reply: ListBookingsReply = try call(.bookingsMyBookings, MyBookingsRequest())
        return reply.bookings
    }

    func pass(_ booking: BookingReply) throws -> PassReply {
        try call(.bookingsGetPass, GetBookingRequest(booking: booking.booking?.id ?? 0))
    }
}

extension World {
    /// Binds another phone to a person, as they do by text messages.
    func bind(_ phone: String, to number: String) throws {
        let (people, person) = (server.service.people, try person(number))
        try server.perform { context in
            let phone = try MobileNumber(phone)
            try context.transaction.execute(
                "UPDATE person SET phone_hash = ?2, phone_sealed = ?3 WHERE id = ?1", person, people.phoneHash(phone),
                people.encrypt(phone, of: person, nonce: context.random(24)))
        }
    }
}
