import Application
import Domain
import Messages
import Storage

extension Uploads {
    /// ORD-3a, BAT-1: what units have paid for people, for one programme. The same row twice changes nothing; what differs
    /// under its reference and phone is said, and changed by taking it back and recording it again.
    var unitPaymentRows: RowKind<UnitPaymentColumn, UnitPaymentRow, UInt64, UnitPaymentRow> {
        RowKind(format: UnitPaymentRow.format) { [self] target, _, snapshot in
            let policy = try orders.programmes.policy(of: target, snapshot)
            guard policy.funding?.contains(.unit) == true else {
                throw Refusal(
                    .wrongState, field: "target", "units do not pay in this programme (its switch funding)",
                    zh: "该项目体系未开放单位缴费（政策开关“缴费方式”）")
            }
            return target
        } judge: { [self] row, _, programme, _, snapshot in
            guard let known = try orders.unitPayment(row.value, in: programme, snapshot) else {
                return (.added, row.value)
            }
            if ComparedName(known.name) != ComparedName(row.value.name) {
                throw RowFault(
                    UnitPaymentColumn.name, "recorded for \(known.name) under this reference; take that back first",
                    zh: "该凭证号下已登记为“\(known.name)”；如需更改请先撤回")
            }
            if known.amount != row.value.amount {
                throw RowFault(
                    UnitPaymentColumn.amount, "recorded as \(known.amount) under this reference; take that back first",
                    zh: "该凭证号下已登记为 \(known.amount)；如需更改请先撤回")
            }
            return (.unchanged, row.value)
        } land: { [self] row, programme, context in
            Landed(effect: [try orders.recordUnitPayment(row, in: programme, context)])
        } undo: { [self] in
            .byRow { [orders] ids, reason, _, context in
                guard try UnitPaymentRecord(ids[0], context.transaction).state != .takenBack else { return }
                _ = try orders.takeBackUnitPayment(TakeBackUnitPaymentRequest(payment: ids[0], reason: reason), context)
            }
        }
    }
}
