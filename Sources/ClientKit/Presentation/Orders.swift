package import Console
package import Messages

extension Table {
    package static var orders: Table {
        Table(
            Column("order", Phrase("Order", "订单"), .right), Column("title", Phrase("What for", "课程")),
            Column("person_name", Phrase("Name", "姓名")), Column("total_fen", Phrase("Total", "金额"), .right),
            Column("state", Phrase("State", "状态")), Column("expires_ms", Phrase("Pay until", "支付截止"), .exact),
            Column("refunded_fen", Phrase("Refunded", "已退"), .right),
            Column("training_fen", Phrase("Training", "培训费"), .unshown),
            Column("lodging_fen", Phrase("Lodging", "住宿费"), .unshown),
            Column("lodging", Phrase("Lodging", "住宿"), .unshown),
            Column("position", Phrase("Position", "职务"), .unshown),
            Column("session", Phrase("Session", "场次"), .unshown),
            Column("booking", Phrase("Booking", "预约"), .unshown),
            Column("channel", Phrase("Paid by", "支付方式"), .unshown),
            Column("code", Phrase("Code", "支付码"), .unshown), Column("failure", Phrase("Failure", "失败原因"), .unshown),
            Column("paid_ms", Phrase("Paid", "支付时间"), .unshown))
    }

    package mutating func add(_ order: Order) {
        add(
            Cell(order.id), Cell(order.title), Cell(order.personName), Shown.fen(order.trainingFen + order.lodgingFen),
            Cell(order.state), order.state == .pending ? Shown.moment(order.expiresMs) : .empty,
            order.refundedFen == 0 ? .empty : Shown.fen(order.refundedFen), Shown.fen(order.trainingFen),
            Shown.fen(order.lodgingFen), Cell(order.lodging), Cell(order.position), Cell(order.offering),
            Cell(order.booking), Cell(order.channel), Cell(order.code), Cell(order.failure),
            Shown.moment(order.paidMs))
    }

    package static var refunds: Table {
        Table(
            Column("refund", Phrase("Refund", "退款"), .right), Column("order", Phrase("Order", "订单"), .right),
            Column("person_name", Phrase("Name", "姓名")), Column("kind", Phrase("Kind", "类型")),
            Column("amount_fen", Phrase("Amount", "金额"), .right), Column("state", Phrase("State", "状态")),
            Column("reason", Phrase("Reason", "原因")), Column("note", Phrase("Note", "备注")),
            Column("channel", Phrase("By", "方式"), .unshown), Column("number", Phrase("Number", "退款单号"), .unshown))
    }

    package mutating func add(_ refund: Refund) {
        add(
            Cell(refund.id), refund.order == 0 ? .empty : Cell(refund.order), Cell(refund.personName),
            Cell(refund.kind),
            Shown.fen(refund.amountFen), Cell(refund.state), Cell(refund.reason), Cell(refund.note),
            Cell(refund.channel), Cell(refund.number))
    }
}
