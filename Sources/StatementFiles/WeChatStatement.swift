import Domain

/// WeChat Pay's list: CSV in UTF-8 with a byte order mark, each value behind a back-tick, amounts in yuan, two lines of sums at
/// the end.
struct WeChatStatement {
    private var columns: NamedColumns?
    /// The columns of the sums, once their line has come.
    private var sumColumns: NamedColumns?
    private var isWhole = false
    private var rows = 0
    private var ordered = Fen.zero
    private var refunded = Fen.zero

    mutating func take(_ line: [UInt8], number: Int) throws(Refusal) -> StatementEntry? {
        var text = String(decoding: line, as: UTF8.self)
        if number == 1, text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        guard !text.isEmpty else { return nil }
        guard !isWhole else { throw damaged("line \(number) is behind the sums", zh: "第 \(number) 行位于汇总之后") }
        guard let columns else {
            let names = NamedColumns(text.split(separator: ",").map(String.init))
            guard names.place("商户订单号") != nil else {
                throw damaged("this is no statement of WeChat Pay", zh: "不是微信支付的对账单")
            }
            columns = names
            return nil
        }
        guard text.hasPrefix("`") else {
            sumColumns = NamedColumns(text.split(separator: ",").map(String.init))
            return nil
        }
        // Values are parted by a comma and a back-tick: a comma alone may stand in one.
        let values = text.dropFirst().split(separator: ",`", omittingEmptySubsequences: false).map(String.init)
        guard sumColumns == nil else {
            try compareSums(values)
            isWhole = true
            return nil
        }
        guard values.count == columns.count else {
            throw damaged(
                "line \(number) has \(values.count) values instead of \(columns.count)",
                zh: "第 \(number) 行有 \(values.count) 列，应为 \(columns.count) 列")
        }
        return try row(values, columns, number)
    }

    private mutating func row(
        _ values: [String], _ columns: NamedColumns, _ line: Int
    ) throws(Refusal) -> StatementEntry? {
        func value(_ place: Int?) -> String { place.map { values[$0] } ?? "" }
        let paid = value(columns.place("订单金额", "应结订单金额"))
        let back = value(columns.place("申请退款金额", "退款金额"))
        rows += 1
        ordered = try ordered.adding(Fen(yuan: paid, field: "line \(line)"))
        refunded = try refunded.adding(Fen(yuan: back, field: "line \(line)"))
        guard value(columns.place("货币种类")) == "CNY" else {
            throw damaged("line \(line) is not in yuan", zh: "第 \(line) 行不是人民币")
        }
        switch value(columns.place("交易状态")) {
        case "SUCCESS":
            return try entry(
                .payment, value(columns.place("商户订单号")), value(columns.place("微信订单号")), yuan: paid,
                at: value(columns.place("交易时间")), line: line)
        case "REFUND", "REVOKED":
            // One that is still under way comes again when it is done.
            guard value(columns.place("退款状态")) == "SUCCESS" else { return nil }
            return try entry(
                .refund, value(columns.place("商户退款单号")), value(columns.place("微信退款单号")), yuan: back, at: nil, line: line
            )
        default: return nil
        }
    }

    private func compareSums(_ values: [String]) throws(Refusal) {
        func value(_ place: Int?) -> String? { place.flatMap { values.indices.contains($0) ? values[$0] : nil } }
        // The number of rows is written `45` or `45.0`.
        guard let sumColumns, let count = value(sumColumns.place("总交易单数")).flatMap({ Fen(yuan: $0) }) else {
            throw damaged("the sums at the end cannot be read", zh: "末尾的汇总无法读取")
        }
        let sums = [
            (value(sumColumns.place("订单总金额", "应结订单总金额")), ordered),
            (value(sumColumns.place("申请退款总金额", "退款总金额")), refunded),
        ]
        let isRight = sums.allSatisfy { stated, sum in stated.map { Fen(yuan: $0) == sum } ?? true }
        guard count.count == Int64(rows) * 100, isRight else {
            throw damaged(
                "\(rows) rows, \(ordered) and \(refunded) back; its own sums say otherwise: fetch it again",
                zh: "共 \(rows) 行，订单 \(ordered)，退款 \(refunded)，与汇总不符，请重新下载")
        }
    }

    func finish() throws(Refusal) {
        guard isWhole else { throw damaged("it ends before its sums: fetch it again", zh: "文件不完整，缺少汇总，请重新下载") }
    }
}
