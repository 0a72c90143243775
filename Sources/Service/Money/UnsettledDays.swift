import Application
import Domain
import Messages
import Storage

extension Orders {
    /// ORD-6: refuses to close days of which something is not settled yet, and says what.
    func requireSettled(_ days: AccountingPeriod, _ snapshot: Snapshot) throws {
        func refusal(_ english: String, zh chinese: String) -> Refusal {
            Refusal(.wrongState, field: "last_day", english, zh: chinese)
        }
        let end = days.range.upperBound
        let open = try snapshot.first(
            "SELECT id FROM statement_difference WHERE state = ?1 AND day <= ?2 ORDER BY day LIMIT 1",
            DifferenceState.open.rawValue, days.last.number
        ) { $0.id(0) }
        if let open {
            throw refusal("difference \(open) of a statement is open", zh: "对账差异 \(open) 尚未处理")
        }
        for state in [PaymentProgress.asked, .open, .closing] {
            let order = try snapshot.first(
                "SELECT order_id FROM payment WHERE state = ?1 AND made_ms < ?2 ORDER BY due_ms, id LIMIT 1",
                state.rawValue, end
            ) { $0.id(0) }
            if let order {
                throw refusal("a payment of order \(order) is under way", zh: "订单 \(order) 的付款尚未了结")
            }
        }
        for state in [RefundProgress.decided, .accepted, .abnormal, .closed, .awaitsVoid] {
            let refund = try snapshot.first(
                "SELECT id FROM refund WHERE state = ?1 AND made_ms < ?2 ORDER BY id LIMIT 1", state.rawValue, end
            ) { $0.id(0) }
            if let refund { throw refusal("refund \(refund) is not done", zh: "退款 \(refund) 尚未完成") }
        }
        for channel in PaymentChannel.allCases {
            // A statement that was fetched before its day was over, in Beijing, is none of the whole day.
            let day = try snapshot.first(
                """
                SELECT d.day FROM ledger_day d WHERE d.account = ?1 AND d.day >= ?2 AND d.day <= ?3 AND NOT EXISTS
                (SELECT 1 FROM statement s WHERE s.channel = ?4 AND s.day = d.day AND s.state = ?5
                AND s.created_ms >= (d.day + 1) * 86400000 - 28800000)
                ORDER BY d.day LIMIT 1
                """, channel.account.rawValue, days.first.number, days.last.number, channel.rawValue,
                StatementState.compared.rawValue
            ) { Day($0.int32(0)) }
            if let day {
                throw refusal(
                    "the statement of \(channel.phrase.en) of \(day) has not been compared",
                    zh: "\(channel.phrase.zh) \(day) 的对账单尚未核对")
            }
        }
    }
}
