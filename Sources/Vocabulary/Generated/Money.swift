// Generated from Protocol/money.proto by `make generate`; change that and generate again.

/// ORD-3: a payment that a unit has made for somebody outside the platform, from an uploaded file. A row is known by
/// its
/// reference and its phone.
package enum UnitPaymentState: Int32, Word {
    /// for somebody of this name to bind this phone
    case waiting = 1
    /// it is somebody's entitlement
    case matched = 2
    case takenBack = 3
}

extension UnitPaymentState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待匹配")
        case .matched: Phrase("matched", "已匹配")
        case .takenBack: Phrase("taken back", "已撤回")
        }
    }
}

/// ORD-6a: the accounts of the ledger. Money comes in by a gateway or by the bank, and is owed for what it was paid
/// for.
package enum LedgerAccount: Int32, Word {
    /// at the gateway, for us
    case weChat = 1
    case alipay = 2
    case unionPay = 3
    /// by units, and by hand
    case bank = 4
    /// fees for training
    case training = 5
    case lodging = 6
    /// received, and for no order that stands
    case unassigned = 7
    /// decided, and not yet with the payer
    case refundsDue = 8
}

extension LedgerAccount: Named {
    package var phrase: Phrase {
        switch self {
        case .weChat: Phrase("WeChat Pay", "微信支付")
        case .alipay: Phrase("Alipay", "支付宝")
        case .unionPay: Phrase("UnionPay", "云闪付")
        case .bank: Phrase("bank", "银行")
        case .training: Phrase("training fees", "培训费")
        case .lodging: Phrase("lodging", "住宿费")
        case .unassigned: Phrase("unassigned", "待处理款项")
        case .refundsDue: Phrase("refunds due", "应退款项")
        }
    }
}

package enum PostingKind: Int32, Word {
    case payment = 1
    case unitPayment = 2
    case unitPaymentTakenBack = 3
    case unassignedPayment = 4
    case refundDecided = 5
    case refundDone = 6
    /// the money stays where it was
    case refundWithdrawn = 7
    /// of earlier entries, by a person with a reason
    case correction = 8
}

extension PostingKind: Named {
    package var phrase: Phrase {
        switch self {
        case .payment: Phrase("payment", "付款")
        case .unitPayment: Phrase("unit payment", "单位缴费")
        case .unitPaymentTakenBack: Phrase("unit payment taken back", "单位缴费撤回")
        case .unassignedPayment: Phrase("payment for no order that stands", "无有效订单的付款")
        case .refundDecided: Phrase("refund decided", "退款批准")
        case .refundDone: Phrase("refund done", "退款完成")
        case .refundWithdrawn: Phrase("refund withdrawn", "退款撤销")
        case .correction: Phrase("correction", "更正")
        }
    }
}

/// ORD-2: what takes payments by QR code.
package enum PaymentChannel: Int32, Word {
    case weChat = 1
    case alipay = 2
    case unionPay = 3
}

extension PaymentChannel: Named {
    package var phrase: Phrase {
        switch self {
        case .weChat: Phrase("WeChat Pay", "微信支付")
        case .alipay: Phrase("Alipay", "支付宝")
        case .unionPay: Phrase("UnionPay", "云闪付")
        }
    }
}

package enum OrderState: Int32, Word {
    /// to be paid until it expires
    case pending = 1
    case paid = 2
    /// a refund is asked for, or under way
    case refundPending = 3
    case partlyRefunded = 4
    case refunded = 5
    /// money that comes later goes back by itself
    case expired = 6
    /// by whoever ordered, or because a unit has paid meanwhile
    case withdrawn = 7
}

extension OrderState: Named {
    package var phrase: Phrase {
        switch self {
        case .pending: Phrase("to be paid", "待支付")
        case .paid: Phrase("paid", "已支付")
        case .refundPending: Phrase("refund pending", "退款中")
        case .partlyRefunded: Phrase("partly refunded", "部分退款")
        case .refunded: Phrase("refunded", "已退款")
        case .expired: Phrase("expired", "已过期")
        case .withdrawn: Phrase("withdrawn", "已撤销")
        }
    }
}

package enum PaymentProgress: Int32, Word {
    /// the gateway, for a code
    case asked = 1
    /// it has a code that can be paid
    case open = 2
    case paid = 3
    /// until the gateway says that nobody can pay it any more
    case closing = 4
    case closed = 5
    /// the gateway gave no code
    case refused = 6
}

extension PaymentProgress: Named {
    package var phrase: Phrase {
        switch self {
        case .asked: Phrase("asked for", "获取支付码中")
        case .open: Phrase("open", "待扫码")
        case .paid: Phrase("paid", "已支付")
        case .closing: Phrase("closing", "关闭中")
        case .closed: Phrase("closed", "已关闭")
        case .refused: Phrase("refused", "未受理")
        }
    }
}

package enum RefundKind: Int32, Word {
    case full = 1
    case lodging = 2
    /// money for an order that does not stand; by itself
    case unassigned = 3
}

extension RefundKind: Named {
    package var phrase: Phrase {
        switch self {
        case .full: Phrase("full", "全额退款")
        case .lodging: Phrase("lodging only", "仅退住宿费")
        case .unassigned: Phrase("unassigned payment", "无有效订单的付款")
        }
    }
}

package enum RefundProgress: Int32, Word {
    case requested = 1
    case rejected = 2
    /// on its way to the gateway
    case decided = 3
    /// by the gateway, which takes its time
    case accepted = 4
    case done = 5
    /// a person sees to it
    case abnormal = 6
    /// by the gateway: not paid back; a person sees to it
    case closed = 7
    /// decided; the order's invoice is voided first
    case awaitsVoid = 8
}

extension RefundProgress: Named {
    package var phrase: Phrase {
        switch self {
        case .requested: Phrase("requested", "待审批")
        case .rejected: Phrase("rejected", "未批准")
        case .decided: Phrase("decided", "已批准")
        case .accepted: Phrase("under way", "处理中")
        case .done: Phrase("done", "已退款")
        case .abnormal: Phrase("abnormal", "异常")
        case .closed: Phrase("closed", "已关闭")
        case .awaitsVoid: Phrase("waits for the invoice to be voided", "待发票作废")
        }
    }
}

/// A call to a gateway, as the outbox keeps it.
package enum GatewayAct: Int32, Word {
    case open = 1
    case query = 2
    case close = 3
    case refund = 4
    case queryRefund = 5
}

extension GatewayAct: Named {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase("code", "获取支付码")
        case .query: Phrase("question", "查询")
        case .close: Phrase("closing", "关闭订单")
        case .refund: Phrase("refund", "退款")
        case .queryRefund: Phrase("question about a refund", "退款查询")
        }
    }
}

/// ORD-2. A server that finds out that it was restored takes no orders until its payments are reconciled with the
/// gateways'.
package enum StopCause: Int32, Word {
    /// a terminal has seen more of this server's log than it has
    case terminal = 1
    /// a gateway tells of a payment that it does not know any more
    case gateway = 2
    case administrator = 3
    /// this server was restored from a backup
    case restore = 4
}

extension StopCause: Named {
    package var phrase: Phrase {
        switch self {
        case .terminal: Phrase("restored: a terminal has seen more", "数据恢复：终端已见更新的记录")
        case .gateway: Phrase("restored: a gateway tells of an unknown payment", "数据恢复：支付机构告知了未知的付款")
        case .administrator: Phrase("by an administrator", "管理员暂停")
        case .restore: Phrase("restored from a backup", "从备份恢复")
        }
    }
}
