import Gateways

/// WeChat Pay's list: CSV with a byte order mark, each value behind a back-tick, amounts in yuan, two lines of sums at the end.
extension WeChatSide {
    private static let columns =
        "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,"
        + "微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注"
    private static let sums = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额"

    func statement(_ books: Books) -> [UInt8] {
        var lines = ["\u{FEFF}" + Self.columns]
        var (count, paidFen, refundedFen) = (0, Int64(0), Int64(0))
        for payment in books.paid {
            lines.append(row(payment, nil))
            count += 1
            paidFen += payment.paidFen
            for refund in payment.refunds where refund.state == .done {
                lines.append(row(payment, refund))
                count += 1
                refundedFen += refund.amountFen
            }
        }
        let (paid, refunded) = (Yuan.text(paidFen), Yuan.text(refundedFen))
        lines += [Self.sums, Self.line([String(count), paid, refunded, "0.00", "0.00", paid, refunded]), ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private func row(_ payment: Books.Payment, _ refund: Books.Refund?) -> String {
        let paid = refund == nil ? Yuan.text(payment.paidFen) : "0.00"
        let refunded = refund.map { Yuan.text($0.amountFen) } ?? "0.00"
        return Self.line([
            BeijingTime.spaced(payment.paidMs), SimulatorKeys.weChatApp, SimulatorKeys.weChatMerchant, "0", "",
            payment.transaction, payment.number, "payer", "NATIVE", refund == nil ? "SUCCESS" : "REFUND", "OTHERS",
            "CNY",
            paid, "0.00", refund?.id ?? "0", refund?.number ?? "0", refunded, "0.00", refund == nil ? "" : "ORIGINAL",
            refund == nil ? "" : "SUCCESS", payment.description, "", "0.00000", "0.60%", paid, refunded, "",
        ])
    }

    private static func line(_ values: [String]) -> String { values.map { "`" + $0 }.joined(separator: ",") }
}

/// Alipay's list: a ZIP with a CSV in GBK, whose values end in tabs, between lines that begin with `#`.
extension AlipaySide {
    private static let columns =
        "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,"
        + "支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,"
        + "退款批次号/请求号,服务费（元）,分润（元）,备注"

    func statement(_ books: Books) -> [UInt8] {
        var lines = [
            "#支付宝业务明细查询", "#账号：[\(SimulatorKeys.alipaySeller)0156]",
            "#-----------------------------------------业务明细列表----------------------------------------", Self.columns,
        ]
        for payment in books.paid {
            lines.append(row(payment, nil))
            for refund in payment.refunds where refund.state == .done { lines.append(row(payment, refund)) }
        }
        lines += ["#-----------------------------------------业务明细列表结束------------------------------------", ""]
        let name = "\(SimulatorKeys.alipaySeller)0156_business.csv"
        return storedZIP(name, gbk(lines.joined(separator: "\r\n")))
    }

    private func row(_ payment: Books.Payment, _ refund: Books.Refund?) -> String {
        let amount = refund.map { "-" + Yuan.text($0.amountFen) } ?? Yuan.text(payment.paidFen)
        let time = refund?.time ?? BeijingTime.spaced(payment.paidMs)
        let values =
            [
                payment.transaction, payment.number, refund == nil ? "交易" : "退款", payment.description, time, time, "",
                "",
                "", "", "payer", amount, amount,
            ] + Array(repeating: "0.00", count: 5) + ["", "0.00", "0.00", refund?.number ?? "", "0.00", "0.00", ""]
        return values.map { $0 + "\t" }.joined(separator: ",")
    }
}

/// UnionPay's list: lines of fields of fixed widths, a blank behind each, amounts in fen.
extension UnionPaySide {
    private static let widths = [
        3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21, 15, 1, 15, 32, 13,
        13, 8, 32, 13, 13, 12, 2, 1, 32, 98,
    ]

    func statement(_ books: Books) -> [UInt8] {
        var lines: [String] = []
        for payment in books.paid {
            lines.append(Self.line("S22", payment.time, payment.paidFen, payment.transaction, payment.number, ""))
            for refund in payment.refunds where refund.state == .done {
                lines.append(
                    Self.line("S30", refund.time, refund.amountFen, refund.id, refund.number, payment.transaction))
            }
        }
        return Array((lines + [""]).joined(separator: "\r\n").utf8)
    }

    private static func line(
        _ code: String, _ time: String, _ fen: Int64, _ id: String, _ number: String, _ original: String
    ) -> String {
        let digits = String(fen)
        let values: [Int: String] = [
            0: code, 4: String(time.suffix(10)), 6: String(repeating: "0", count: max(0, 12 - digits.count)) + digits,
            9: id, 11: number, 26: original,
        ]
        return widths.enumerated().map { index, width in
            let value = (values[index] ?? "").prefix(width)
            return value + String(repeating: " ", count: width - value.count)
        }.joined(separator: " ")
    }
}

extension Books {
    /// The payments that were made, in their order.
    fileprivate var paid: [Payment] {
        payments.values.filter { $0.state == .paid }.sorted { ($0.paidMs, $0.number) < ($1.paidMs, $1.number) }
    }
}
