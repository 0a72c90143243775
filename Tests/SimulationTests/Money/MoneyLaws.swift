import Domain
import Messages
import Storage

@testable import Service

extension MoneyOffice {
    /// The laws of every instant that are broken now, each with what breaks it.
    func brokenLaws() throws -> [String] {
        try server.read { snapshot in
            try Self.laws.flatMap { law in
                try snapshot.all(law.broken) { "\(law.name): \($0.id(0))" }
            }
        }
    }

    private static let laws: [(name: String, broken: SQL)] = [
        (
            "a posting is unbalanced",
            "SELECT posting FROM ledger_entry GROUP BY posting HAVING SUM(fen) <> 0 ORDER BY posting"
        ),
        (
            "an account's balance is not the sum of its entries",
            """
            SELECT b.account FROM ledger_balance b
            WHERE b.fen <> (SELECT SUM(e.fen) FROM ledger_entry e WHERE e.account = b.account) ORDER BY b.account
            """
        ),
        (
            "an order is paid twice, or without a posting",
            """
            SELECT o.id FROM course_order o WHERE (o.paid_ms > 0) <>
            (SELECT COUNT(*) FROM ledger_posting p WHERE p.order_id = o.id AND p.kind = 1) ORDER BY o.id
            """
        ),
        (
            "an order that nobody paid has an end of a paid one",
            "SELECT id FROM course_order WHERE (state IN (2, 3, 4, 5)) <> (paid_ms > 0) ORDER BY id"
        ),
        (
            "a payment was posted without its amount",
            """
            SELECT p.order_id FROM ledger_posting p JOIN ledger_entry e ON e.posting = p.id AND e.account IN (1, 2)
            JOIN course_order o ON o.id = p.order_id WHERE p.kind = 1 AND e.fen <> o.training + o.lodging
            ORDER BY p.order_id
            """
        ),
        (
            "more goes back than was paid",
            """
            SELECT o.id FROM course_order o WHERE o.training + o.lodging <
            (SELECT COALESCE(SUM(r.amount), 0) FROM refund r WHERE r.order_id = o.id AND r.kind <> 3 AND r.state <> 2)
            ORDER BY o.id
            """
        ),
        (
            "refunds that are done are not what the order says",
            """
            SELECT o.id FROM course_order o WHERE o.refunded <>
            (SELECT COALESCE(SUM(r.amount), 0) FROM refund r WHERE r.order_id = o.id AND r.kind <> 3 AND r.state = 5)
            ORDER BY o.id
            """
        ),
        (
            "two codes of one order may be paid",
            """
            SELECT order_id FROM payment WHERE state IN (1, 2) GROUP BY order_id HAVING COUNT(*) > 1 ORDER BY order_id
            """
        ),
        (
            "a session's places are not those of its orders and bookings, or oversold",
            """
            SELECT s.offering FROM course_session s WHERE s.taken > s.capacity OR s.taken <>
            (SELECT COUNT(*) FROM course_order o WHERE o.offering = s.offering AND o.has_place AND o.state = 1)
            + (SELECT COUNT(*) FROM booking b WHERE b.offering = s.offering AND b.state IN (1, 2, 7, 8))
            ORDER BY s.offering
            """
        ),
        (
            "a paid order has no entitlement, or one that nobody paid for has",
            """
            SELECT o.id FROM course_order o LEFT JOIN entitlement e ON e.source = 1 AND e.source_id = o.id
            WHERE (o.paid_ms > 0) <> (e.id IS NOT NULL) ORDER BY o.id
            """
        ),
        (
            "an entitlement is held without its live booking, or not held with one",
            """
            SELECT e.id FROM entitlement e WHERE (e.state = 2) <>
            (SELECT COUNT(*) FROM booking b WHERE b.entitlement = e.id AND b.state IN (1, 2)) ORDER BY e.id
            """
        ),
        (
            "money went back in full, and its place is kept",
            """
            SELECT o.id FROM course_order o JOIN entitlement e ON e.source = 1 AND e.source_id = o.id
            JOIN refund r ON r.order_id = o.id AND r.kind = 1 AND r.state IN (3, 4, 5) WHERE e.state <> 5 ORDER BY o.id
            """
        ),
        (
            "an invoice is for something else than its order has kept",
            """
            SELECT i.id FROM invoice i JOIN course_order o ON o.id = i.order_id WHERE i.state IN (1, 2, 3, 7, 8)
            AND i.training + i.lodging <> o.training + o.lodging - o.refunded ORDER BY i.id
            """
        ),
        (
            "a refund waits for no invoice, or money goes back for which one stands",
            """
            SELECT r.id FROM refund r WHERE r.kind <> 3 AND r.state IN (3, 4, 8) AND (r.state = 8) <> EXISTS
            (SELECT 1 FROM invoice i WHERE i.order_id = r.order_id AND i.state IN (2, 3, 7, 8)) ORDER BY r.id
            """
        ),
        (
            "a statement has other differences than it says",
            """
            SELECT s.id FROM statement s WHERE s.open <>
            (SELECT COUNT(*) FROM statement_difference d WHERE d.statement = s.id AND d.state = 1) ORDER BY s.id
            """
        ),
    ]

    /// When the server has something to do next, UTC milliseconds; nil when nothing is under way.
    func nextDue() throws -> Int64? {
        try server.read { snapshot in
            try snapshot.first(
                """
                SELECT MIN(t) FROM (
                SELECT MIN(due_ms) AS t FROM payment WHERE state IN (1, 2, 4)
                UNION ALL SELECT MIN(due_ms) FROM refund WHERE state IN (3, 4)
                UNION ALL SELECT MIN(due_ms) FROM invoice WHERE state IN (7, 8)
                UNION ALL SELECT MIN(due_ms) FROM outbox WHERE kind IN (2, 3) AND state = 1
                UNION ALL SELECT MIN(expires_ms) FROM course_order WHERE state = 1) AS due
                """
            ) { $0.isNull(0) ? nil : $0.integer(0) } ?? nil
        }
    }

    /// The laws of the end that are broken: nothing is under way, and our books and the gateways' agree to the fen.
    func leftUndone() throws -> [String] {
        var problems: [String] = []
        if let due = try nextDue() { problems.append("something is under way for ever: \(due - clock.now) ms") }
        let dead = try server.read {
            try $0.first("SELECT COUNT(*) FROM outbox WHERE kind IN (2, 3) AND state IN (2, 4)") { $0.int(0) } ?? 0
        }
        if dead > 0 { problems.append("\(dead) calls were given up") }
        let open = try server.read {
            try $0.all("SELECT number FROM statement_difference WHERE state = 1 ORDER BY id") { $0.text(0) }
        }
        if !open.isEmpty { problems.append("differences are open for ever: \(open)") }
        let ours = try server.read { snapshot in
            try snapshot.all(
                "SELECT issuer_number, number FROM invoice WHERE issuer <> 0 AND state IN (2, 3) ORDER BY issuer_number"
            ) { "\($0.text(0)) \($0.text(1))" }
        }
        let theirs = issuer.invoices.filter { $0.value.state != .voided }.map { "\($0.key) \($0.value.number.number)" }
        if ours != theirs.sorted() { problems.append("invoices that stand: \(ours) here, \(theirs) at their issuer") }
        for gateway in gateways.values {
            var kept: Int64 = 0
            for (number, payment) in gateway.payments {
                kept += payment.received - payment.returned
                let isLeftOpen = payment.money.isEmpty && !payment.isClosed && !payment.isUnclosable
                if isLeftOpen { problems.append("\(number) was never closed") }
            }
            let account = try balance(of: gateway.channel)
            if kept != account { problems.append("\(gateway.channel) keeps \(kept), our books say \(account)") }
        }
        return problems
    }

    private func balance(of channel: PaymentChannel) throws -> Int64 {
        try server.read { snapshot in
            try snapshot.first("SELECT fen FROM ledger_balance WHERE account = ?1", channel.account.rawValue) {
                $0.integer(0)
            } ?? 0
        }
    }

    /// The states that occur, by what has them.
    func states() throws -> Set<String> {
        try server.read { snapshot in
            let states: [(String, SQL)] = [
                ("order", "SELECT DISTINCT state FROM course_order ORDER BY state"),
                ("payment", "SELECT DISTINCT state FROM payment ORDER BY state"),
                ("refund", "SELECT DISTINCT state FROM refund ORDER BY state"),
                ("booking", "SELECT DISTINCT state FROM booking ORDER BY state"),
                ("entitlement", "SELECT DISTINCT state FROM entitlement ORDER BY state"),
                ("invoice", "SELECT DISTINCT state FROM invoice ORDER BY state"),
                ("statement", "SELECT DISTINCT state FROM statement ORDER BY state"),
                ("difference", "SELECT DISTINCT kind FROM statement_difference ORDER BY kind"),
                ("settling", "SELECT DISTINCT state FROM statement_difference ORDER BY state"),
                ("returned foreign money", "SELECT DISTINCT kind FROM refund WHERE order_id = 0 ORDER BY kind"),
            ]
            return Set(
                try states.flatMap { name, sql in try snapshot.all(sql) { "\(name) \($0.id(0))" } })
        }
    }
}
