import Domain
import Messages
import Threads

/// The rows of bookings and applied notices, written straight to SQLite by the yardstick `straight`: what the server has
/// stored after the same calls, without asking whether it may.
struct Straight {
    private enum Statement: Int, CaseIterable {
        case takePlace, booking, entitlement, hold, review, stop, steps, step, answered, audit, payment, posting, entry,
            balance, day, order, message, waiting

        var sql: String {
            switch self {
            case .takePlace: "UPDATE course_session SET taken = taken + 1 WHERE offering = ?1 AND taken < capacity"
            case .booking:
                """
                INSERT INTO booking (id, offering, programme, person, entitlement, state, reason, created_ms, changed_ms)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', ?7, ?7)
                """
            case .entitlement:
                """
                INSERT INTO entitlement (id, person, programme, state, source, source_id, cancellations, booking,
                created_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?8)
                """
            case .hold: "UPDATE entitlement SET state = ?2, cancellations = 0, booking = ?3 WHERE id = ?1"
            case .review:
                """
                INSERT INTO review (kind, subject, container, person, ordinal, level, organisation, state, submitted_ms,
                changed_ms, reason, title) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8, ?8, '', ?9)
                """
            case .stop:
                """
                INSERT INTO review_stop (kind, subject, ordinal, level, organisation) VALUES (?1, ?2, 0, ?3, ?4)
                """
            case .steps: "UPDATE review SET steps = steps + 1 WHERE kind = ?1 AND subject = ?2"
            case .step:
                """
                INSERT INTO review_step (kind, subject, ordinal, action, level, organisation, actor, at_ms, reason)
                VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, '')
                """
            case .answered: "INSERT INTO answered (key_head, key_tail, caller, page) VALUES (?1, ?2, ?3, ?4)"
            case .audit:
                """
                INSERT INTO audit (id, at_ms, caller, address, method, outcome, detail)
                VALUES (?1, ?2, ?3, '127.0.0.1', ?4, 0, ?5)
                """
            case .payment:
                """
                UPDATE payment SET state = ?2, code = 'code', transaction_name = ?3, failure = '', questions = 0,
                due_ms = ?4, paid_ms = ?5, paid_fen = ?6 WHERE id = ?1
                """
            case .posting:
                """
                INSERT INTO ledger_posting (id, kind, at_ms, order_id, unit_payment, note) VALUES (?1, ?2, ?3, ?4, 0, '')
                """
            case .entry: "INSERT INTO ledger_entry (posting, account, fen) VALUES (?1, ?2, ?3)"
            case .balance:
                """
                INSERT INTO ledger_balance (account, fen) VALUES (?1, ?2)
                ON CONFLICT (account) DO UPDATE SET fen = ledger_balance.fen + ?2
                """
            case .day:
                """
                INSERT INTO ledger_day (day, account, debit, credit) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT (day, account) DO UPDATE SET debit = ledger_day.debit + ?3, credit = ledger_day.credit + ?4
                """
            case .order:
                """
                UPDATE course_order SET state = ?2, refunded = 0, lodging_option = '', paid_ms = ?3, payment = ?4,
                booking = ?5 WHERE id = ?1
                """
            case .message:
                "INSERT INTO message (id, person, kind, subject, details, created_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
            case .waiting:
                "INSERT INTO message_waiting (person, message, device, held_until_ms) VALUES (?1, ?2, ?3, 0)"
            }
        }
    }

    static let statements = Statement.allCases.map(\.sql).joined(separator: "\n\n")

    private let base: UInt64
    private let now = WallClock.nowMs()
    /// Above those that a server gives.
    private var lastID: UInt64

    init(_ till: Till, round: Int) {
        base = till.base
        lastID = 1 << 60 + UInt64(round) << 32
    }

    private mutating func newID() -> UInt64 {
        lastID += 1
        return lastID
    }

    /// A booking of a paid place.
    mutating func booking(_ booker: Till.Booker, _ index: Int, in till: Till) -> [UInt8] {
        let session = till.sessions[index]
        var rows = StraightCall()
        let booking = book(booker.person, session, booker.entitlements[index], &rows)
        let key = SystemRandom.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let head = UInt64(now) << 16 | lastID & 0xFFFF
        let caller = booker.person
        add(.answered, [.id(head), .id(key >> 1), .id(caller), .number(1)], &rows)
        add(
            .audit,
            [
                .id(newID()), .number(now), .id(caller), .number(Int64(Method.bookingsBook.rawValue)),
                .text("booking \(booking) of session \(session.offering)"),
            ], &rows)
        return rows.bytes
    }

    /// An order that is paid, and the booking of its session.
    mutating func notice(_ waiting: Till.Waiting, in till: Till) -> [UInt8] {
        let session = till.sessions[0]
        let day = ZoneRule.china.day(of: Instant(now)).number
        let (posting, entitlement, message) = (newID(), newID(), newID())
        var rows = StraightCall()
        add(
            .payment,
            [
                .id(waiting.payment), .number(Int64(PaymentProgress.paid.rawValue)), .text("42\(waiting.payment)"),
                .number(now), .number(now), .number(Till.fee),
            ], &rows)
        add(
            .posting,
            [.id(posting), .number(Int64(PostingKind.payment.rawValue)), .number(now), .id(waiting.order)], &rows)
        for (account, fen) in [(LedgerAccount.weChat, Till.fee), (.training, -Till.fee)] {
            let account = StraightCall.Value.number(Int64(account.rawValue))
            add(.entry, [.id(posting), account, .number(fen)], &rows)
            add(.balance, [account, .number(fen)], &rows)
            add(.day, [.number(Int64(day)), account, .number(max(0, fen)), .number(max(0, -fen))], &rows)
        }
        add(
            .entitlement,
            [
                .id(entitlement), .id(waiting.person), .id(session.programme),
                .number(Int64(EntitlementState.free.rawValue)), .number(Int64(EntitlementSource.order.rawValue)),
                .id(waiting.order), .number(0), .number(now),
            ], &rows)
        let booking = book(waiting.person, session, entitlement, &rows)
        add(
            .order,
            [
                .id(waiting.order), .number(Int64(OrderState.paid.rawValue)), .number(now), .id(waiting.payment),
                .id(booking),
            ], &rows)
        add(
            .message,
            [
                .id(message), .id(waiting.person), .number(Int64(MessageKind.orderPaid.rawValue)), .id(waiting.order),
                .bytes([UInt8](repeating: 7, count: 48)), .number(now),
            ], &rows)
        add(.waiting, [.id(waiting.person), .id(message), .bytes([])], &rows)
        return rows.bytes
    }

    private mutating func book(
        _ person: UInt64, _ session: (programme: UInt64, offering: UInt64), _ entitlement: UInt64,
        _ rows: inout StraightCall
    ) -> UInt64 {
        let booking = newID()
        let kind = StraightCall.Value.number(Int64(ReviewKind.booking.rawValue))
        let level = StraightCall.Value.number(Int64(ReviewLevel.base.rawValue))
        add(.takePlace, [.id(session.offering)], &rows)
        add(
            .booking,
            [
                .id(booking), .id(session.offering), .id(session.programme), .id(person), .id(entitlement),
                .number(Int64(BookingState.waiting.rawValue)), .number(now),
            ], &rows)
        add(.hold, [.id(entitlement), .number(Int64(EntitlementState.held.rawValue)), .id(booking)], &rows)
        add(
            .review,
            [
                kind, .id(booking), .id(base), .id(person), level, .id(base),
                .number(Int64(ReviewState.waiting.rawValue)), .number(now),
                .text("A course to pay for 2026-01-01 09:00"),
            ], &rows)
        add(.stop, [kind, .id(booking), level, .id(base)], &rows)
        add(.steps, [kind, .id(booking)], &rows)
        add(
            .step,
            [
                kind, .id(booking), .number(Int64(ReviewAction.submit.rawValue)), level, .id(base), .id(person),
                .number(now),
            ], &rows)
        return booking
    }

    private func add(_ statement: Statement, _ values: [StraightCall.Value], _ call: inout StraightCall) {
        call.add(statement.rawValue, values)
    }
}
