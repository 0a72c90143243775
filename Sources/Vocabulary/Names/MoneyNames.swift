extension UnitPaymentState: Named {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase("waiting", "待匹配")
        case .matched: Phrase("matched", "已匹配")
        case .takenBack: Phrase("taken back", "已撤回")
        }
    }
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

extension PaymentChannel: Named {
    package var phrase: Phrase {
        switch self {
        case .weChat: Phrase("WeChat Pay", "微信支付")
        case .alipay: Phrase("Alipay", "支付宝")
        case .unionPay: Phrase("UnionPay", "云闪付")
        }
    }
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

extension RefundKind: Named {
    package var phrase: Phrase {
        switch self {
        case .full: Phrase("full", "全额退款")
        case .lodging: Phrase("lodging only", "仅退住宿费")
        case .unassigned: Phrase("unassigned payment", "无有效订单的付款")
        }
    }
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
