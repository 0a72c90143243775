import Application
import Crypto
import Domain
import Messages
import Storage

extension Orders {
    /// The place that a unit payment's phone is encrypted for.
    private static let phone = "unit_payment.phone"

    /// ORD-3a: the payment that stands under a row's reference and phone; nil for none.
    func unitPayment(_ row: UnitPaymentRow, in programme: UInt64, _ snapshot: Snapshot) throws -> UnitPaymentRecord? {
        try snapshot.first(
            UnitPaymentRecord.byRow, programme, row.reference, people.phoneHash(row.phone),
            body: UnitPaymentRecord.columns.read)
    }

    /// ORD-3a: records a row, and gives it to whoever has this phone and name.
    /// - Returns: its id.
    func recordUnitPayment(_ row: UnitPaymentRow, in programme: UInt64, _ context: WriteContext) throws -> UInt64 {
        let transaction = context.transaction
        let id = try transaction.newID()
        let sealed = people.encrypt(row.phone, as: Self.phone, of: id, nonce: context.random(SealingKey.nonceSize))
        try transaction.execute(
            """
            INSERT INTO unit_payment (id, programme, reference, phone_hash, phone_sealed, name, amount, state, person,
            reason, created_ms, taken_back) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, '', ?9, 0)
            """, id, programme, row.reference, people.phoneHash(row.phone), sealed, row.name, row.amount.count,
            UnitPaymentState.waiting.rawValue, context.now)
        try post(
            Posting(.unitPayment, to: .bank, from: [.init(.training, row.amount)]), of: .unitPayment(id), context)
        let holder = try transaction.first(.personByPhone, people.phoneHash(row.phone)) { $0.id(0) }
        if let holder { _ = try claimUnitPayments(of: holder, in: programme, context) }
        return id
    }

    /// BKG-2b: makes entitlements of the payments recorded for the person's phone and name.
    /// - Returns: whether one for the phone names somebody else.
    func claimUnitPayments(of person: UInt64, in programme: UInt64, _ context: WriteContext) throws -> Bool {
        let transaction = context.transaction
        let holder = try transaction.first("SELECT phone_hash, name FROM person WHERE id = ?1", person) {
            (phone: $0.bytesOrNil(0), name: ComparedName($0.text(1)))
        }
        guard let phone = holder?.phone, let name = holder?.name else { return false }
        let waiting = try transaction.all(
            UnitPaymentRecord.waitingForPhone, phone, programme, UnitPaymentState.waiting.rawValue,
            body: UnitPaymentRecord.columns.read)
        var isAnothers = false
        for payment in waiting {
            guard ComparedName(payment.name) == name else {
                isAnothers = true
                continue
            }
            try transaction.execute(
                "UPDATE unit_payment SET state = ?2, person = ?3 WHERE id = ?1", payment.id,
                UnitPaymentState.matched.rawValue, person)
            try bookings.grantEntitlement(to: person, in: programme, .unitPayment, payment.id, context)
            try tell(person, .unitPaymentRecorded, payment, "\(payment.amount)", context)
            try endPendingOrders(of: person, in: programme, context)
        }
        return isAnothers
    }

    /// BKG-1, BKG-2: books a place, first with what units have paid for the caller.
    func book(_ request: BookRequest, _ context: WriteContext) throws -> BookingReply {
        let person = try context.call.person().id
        let session = try SessionRecord(request.offering, context.transaction)
        try session.requireClass()
        let isAnothers = try claimUnitPayments(of: person, in: session.programme, context)
        do {
            let booking = try bookings.book(session.offering, for: person, context)
            context.auditDetail = "booking \(booking.id) of session \(session.offering)"
            return try bookings.reply(booking.id, context)
        } catch let refusal as Refusal where refusal.code == .paymentRequired && isAnothers {
            throw Refusal(
                .paidForAnother, field: "name",
                Phrase(
                    "a payment is recorded for your phone under another name; ask your unit to have it put right, or pay yourself",
                    "您的手机号有一笔缴费记录，但姓名与您不一致；请联系单位更正，或自行缴费"))
        }
    }

    /// ORD-3: the unit payments of a programme, newest first.
    func listUnitPayments(_ request: ListUnitPaymentsRequest, _ context: ReadContext) throws -> ListUnitPaymentsReply {
        let snapshot = context.snapshot
        let (before, read) = (before(request.after), UnitPaymentRecord.columns.read)
        let page = try listPage(request.limit, by: \.id) { limit in
            if let state = request.state {
                try snapshot.all(
                    UnitPaymentRecord.ofProgrammeInState, request.programme, state.rawValue, before, limit, body: read)
            } else {
                try snapshot.all(UnitPaymentRecord.ofProgramme, request.programme, before, limit, body: read)
            }
        }
        return ListUnitPaymentsReply(
            payments: try page.elements.map { try message($0, snapshot) }, next: page.next ?? 0)
    }

    /// ORD-3b: takes a payment back that was recorded by mistake, while its entitlement is free.
    func takeBackUnitPayment(
        _ request: TakeBackUnitPaymentRequest, _ context: WriteContext
    ) throws -> UnitPaymentReply {
        let transaction = context.transaction
        let payment = try UnitPaymentRecord(request.payment, transaction)
        let reason = try checkedTitle(request.reason, field: "reason", limit: 500)
        guard payment.state != .takenBack else {
            throw Refusal(.wrongState, field: "payment", "it was taken back already", zh: "该记录已撤回")
        }
        if var entitlement = try EntitlementRecord.of(.unitPayment, payment.id, transaction) {
            guard entitlement.state == .free else {
                throw Refusal(
                    .wrongState, field: "payment",
                    "its place is \(entitlement.state): a booking that holds it is cancelled or rejected first",
                    zh: "对应名额并非空闲：须先取消或驳回占用它的预约")
            }
            try entitlement.giveBack(context)
        }
        try transaction.execute(
            "UPDATE unit_payment SET state = ?2, reason = ?3, taken_back = ?1 WHERE id = ?1", payment.id,
            UnitPaymentState.takenBack.rawValue, reason)
        try post(
            Posting(.unitPaymentTakenBack, from: .bank, to: [.init(.training, payment.amount)]),
            of: .unitPayment(payment.id), context)
        if payment.person != 0 { try tell(payment.person, .unitPaymentTakenBack, payment, reason, context) }
        context.auditDetail = "unit payment \(payment.id), \(payment.reference), \(payment.amount): \(reason)"
        return UnitPaymentReply(payment: try message(UnitPaymentRecord(payment.id, transaction), transaction))
    }

    private func tell(
        _ person: UInt64, _ kind: MessageKind, _ payment: UnitPaymentRecord, _ detail: String, _ context: WriteContext
    ) throws {
        let programme = try programmes.programme(payment.programme, context.transaction)
        try notices.notify(person, kind, subject: payment.id, details: [programme?.name ?? "", detail], context)
    }

    private func message(_ payment: UnitPaymentRecord, _ snapshot: Snapshot) throws -> UnitPayment {
        let phone = try people.decryptPhone(payment.phoneSealed, as: Self.phone, of: payment.id)
        let entitlement = try EntitlementRecord.of(.unitPayment, payment.id, snapshot)
        return UnitPayment(
            id: payment.id, programme: payment.programme, reference: payment.reference, phone: phone.masked,
            name: payment.name, amountFen: UInt64(clamping: payment.amount.count), state: payment.state,
            person: payment.person, entitlement: entitlement?.id ?? 0, createdMs: payment.createdMs,
            reason: payment.reason)
    }
}
